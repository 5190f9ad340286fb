"""_stat, hidden fields of struct sequences, characters_written, process descriptors."""
def t(f):
    try: print(repr(f()))
    except BaseException as x: print(type(x),x)
e=BlockingIOError(11,'x',5); print(e.args, e.filename, e.characters_written)
e=BlockingIOError(11,'x','f'); print(e.args, e.filename)
t(lambda: e.characters_written)
e=OSError(11,'x',5); print(type(e), e.args, e.filename, e.characters_written)
e=OSError(2,'x',5); print(type(e), e.args, e.filename)
e.characters_written=7; print(e.characters_written)
t(lambda: setattr(e,'characters_written','a'))
t(lambda: delattr(e,'characters_written'))
t(lambda: delattr(e,'characters_written'))
e=BlockingIOError(11,'x',None); print(e.args,e.filename, hasattr(e,'characters_written'))
t(lambda: BlockingIOError(11,'x',2.5))
import stat,_stat,time,os
print(stat.filemode(0o104755), stat.S_ISDIR.__module__, stat.filemode(0o41777), stat.filemode(0o100644), stat.filemode(0o7777))
t(lambda: stat.S_ISREG(-1)); t(lambda: stat.S_ISREG('a')); t(lambda: stat.S_ISDOOR(0)); t(lambda: stat.S_IMODE(2**40))
l=time.gmtime(0); print(l.tm_gmtoff, 'tm_zone' in dir(l), 'st_mtime' in dir(os.stat_result))
s=os.stat('/'); print(type(s.st_mtime), s[7]==int(s.st_atime), s.st_blksize > 0)
t(lambda: time.struct_time(range(9)).tm_zone)
t(lambda: os.stat_result(range(10)).st_atime)
t(lambda: os.stat_result(range(10)).st_blksize)
t(lambda: setattr(s,'st_mtime',1))
import pickle,copy
print(pickle.loads(pickle.dumps(l))==l, copy.copy(s)==s)
import uuid,sys,signal
u=uuid.uuid1(); print(u.version, u.variant, uuid.uuid1()!=u, u.is_safe in (uuid.SafeUUID.unsafe,uuid.SafeUUID.safe), abs((u.time-0x01b21dd213814000)/1e7-time.time())<5)
t(lambda: sys.getdlopenflags()); sys.setdlopenflags(1); t(lambda:sys.getdlopenflags()); print(sys.getallocatedblocks()>0, sys.getunicodeinternedsize()>10)
fd=os.pidfd_open(os.getpid()); 
t(lambda: signal.pidfd_send_signal(fd,0)); t(lambda: signal.pidfd_send_signal(fd,0,object())); 
signal.signal(signal.SIGUSR1, lambda *a: print('got')); t(lambda: signal.pidfd_send_signal(fd,signal.SIGUSR1)); t(lambda: signal.pidfd_send_signal(-1,0))
import collections
print(collections.deque.__dict__["__module__"], collections.deque().__module__, hasattr([], "__module__"))
print(sys.deactivate_stack_trampoline(), sys.is_stack_trampoline_active())
