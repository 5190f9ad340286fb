import _statistics as s
for p in (1e-300,1e-20,1e-5,.01,.05,.075,.0750001,.3,.5,.7,.924,.926,.99,1-1e-9,1-1e-16): print(p, '%.12g' % s._normal_dist_inv_cdf(p,0.0,1.0), '%.12g' % s._normal_dist_inv_cdf(p,3,2.5))
for a in ((0,0,1),(1,0,1),(.5,0,0)):
    try: print(s._normal_dist_inv_cdf(*a))
    except Exception as e: print(type(e).__name__)
import gzip,io
b=gzip.compress(b'hello'*1000); print(gzip.decompress(b)==b'hello'*1000, len(b))
f=gzip.GzipFile(fileobj=io.BytesIO(b+b)); print(len(f.read()))
