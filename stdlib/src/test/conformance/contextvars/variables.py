import contextvars, threading
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, str(e).split(' at 0x')[0])
v=contextvars.ContextVar('v'); w=contextvars.ContextVar('w', default=5)
t(lambda: v.get()); t(lambda: v.get(1)); t(lambda: w.get()); t(lambda: w.get(7))
tok=v.set(10); print(v.get(), tok.old_value is contextvars.Token.MISSING, tok.var is v, contextvars.Token.MISSING)
tok2=v.set(11); print(tok2.old_value); v.reset(tok2); print(v.get()); t(lambda: v.reset(tok2)); t(lambda: w.reset(tok))
c=contextvars.copy_context(); print(len(c), c[v], v in c, w in c, list(c)==[v], dict(c.items())=={v:10})
def f(): v.set(99); return v.get()
print(c.run(f), v.get(), c[v]); t(lambda: c.run(lambda: c.run(f))); t(lambda: c.run(lambda: v.reset(tok)))
def th(): t(lambda: v.get()); v.set(3); print(v.get())
x=threading.Thread(target=th); x.start(); x.join(); print(v.get())
v.reset(tok); t(lambda: v.get()); t(lambda: c[1]); t(lambda: contextvars.Context(1)); t(lambda: contextvars.ContextVar(1)); t(lambda: contextvars.Token())
vs=[contextvars.ContextVar('x%d'%i) for i in range(500)]
toks=[q.set(i) for i,q in enumerate(vs)]
c2=contextvars.copy_context(); print(len(c2), sum(c2.values()), c2==contextvars.copy_context(), all(c2[q]==i for i,q in enumerate(vs)))
for q,k in zip(vs,toks): q.reset(k)
print(len(contextvars.copy_context()), len(c2)); t(lambda: contextvars.ContextVar[int]); t(lambda: c.run()); t(lambda:c.get(v)); t(lambda: contextvars.Context().get(v,4))
