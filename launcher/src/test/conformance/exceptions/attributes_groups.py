def t(f):
    try: print(repr(f()))
    except BaseException as x: print('!!',type(x).__name__,x)
def r(x): raise x
def chk(f):
    try: f()
    except BaseException as e: return e
class E(Exception): pass
class G(ExceptionGroup):
    def derive(self, excs): return G(self.message, excs)
t(lambda:StopIteration(5).value); t(lambda:StopIteration().value)
t(lambda:SystemExit(3).code); t(lambda:SystemExit().code); t(lambda:SystemExit(1,2).code)
t(lambda:str(KeyError('a'))); t(lambda:str(KeyError(1,2))); t(lambda:str(KeyError()))
t(lambda:OSError(2,'no')); t(lambda:type(OSError(2,'no'))); t(lambda:str(OSError(2,'no','f'))); t(lambda:str(OSError(2,'no','f',None,'g'))); t(lambda:OSError(2,'no','f').args); t(lambda:OSError('x').errno); t(lambda:str(OSError('x'))); t(lambda:OSError(13,'x').strerror); t(lambda:type(OSError(999,'x')));t(lambda:str(FileNotFoundError(2,'n','q')))
t(lambda:NameError('x',name='y').name); t(lambda:AttributeError('x',name='y',obj=3).obj); t(lambda:AttributeError('x').name); t(lambda:ImportError('m',name='n',path='p').path); t(lambda:str(ImportError('m'))); t(lambda:ImportError('m').msg); t(lambda:ImportError(foo=1))
t(lambda:str(SyntaxError('bad',('a/b.py',3,4,'text')))); t(lambda:SyntaxError('bad',('f',3,4,'text')).lineno); t(lambda:str(SyntaxError('bad'))); t(lambda:SyntaxError().msg)
t(lambda:ExceptionGroup('m',[ValueError(1),TypeError(2)])); t(lambda:str(ExceptionGroup('m',[ValueError(1)]))); t(lambda:ExceptionGroup('m',[])); t(lambda:ExceptionGroup('m',[1])); t(lambda:ExceptionGroup(1,[ValueError()])); t(lambda:ExceptionGroup('m',5)); t(lambda:ExceptionGroup('m',[KeyboardInterrupt()])); t(lambda:type(BaseExceptionGroup('m',[ValueError()]))); t(lambda:type(BaseExceptionGroup('m',[KeyboardInterrupt()])))
g=ExceptionGroup('m',[ValueError(1),ExceptionGroup('n',[TypeError(2),ValueError(3)])])
t(lambda:g.split(ValueError)); t(lambda:g.subgroup(TypeError)); t(lambda:g.split(lambda e:isinstance(e,ValueError))); t(lambda:g.split(1)); t(lambda:g.subgroup(KeyError)); t(lambda:G('q',[ValueError(),TypeError()]).split(ValueError)); t(lambda:g.exceptions); t(lambda:g.message)
e=E('x'); e.add_note('n1'); e.add_note('n2'); t(lambda:e.__notes__); t(lambda:e.add_note(1)); t(lambda:e.with_traceback(None) is e); t(lambda:e.with_traceback(1)); t(lambda:E(1,2).__reduce__()[1]); t(lambda:BaseException(a=1)); e.__setstate__({'zz':3}); t(lambda:e.zz)
x=chk(lambda:undefined_name); t(lambda:x.name); x=chk(lambda:(1).foo); t(lambda:(x.name,x.obj))
t(lambda:OSError(2,'no','f').__reduce__()[1])
def tryg():
    out=[]
    try: raise ExceptionGroup('m',[ValueError(1),TypeError(2),KeyError(3)])
    except* ValueError as a: out.append(a.exceptions)
    except* (TypeError,KeyError) as b: out.append(b.exceptions)
    return out
t(tryg)
