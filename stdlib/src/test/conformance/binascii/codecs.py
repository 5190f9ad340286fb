import binascii
def t(f,*a,**k):
    try: print(f.__name__,a,k,f(*a,**k))
    except Exception as e: print(f.__name__,a,k,type(e).__name__,e)
for d in (b'',b'a',b'ab',b'abc',bytes(range(256)),b'hello world'*4):
    t(binascii.b2a_base64,d); t(binascii.b2a_base64,d,newline=False); t(binascii.hexlify,d); t(binascii.hexlify,d,':'); t(binascii.hexlify,d,b'-',2); t(binascii.hexlify,d,'-',-3); t(binascii.b2a_uu,d); t(binascii.b2a_uu,d,backtick=True); t(binascii.crc32,d); t(binascii.crc32,d,12345); t(binascii.crc_hqx,d,7)
    t(binascii.b2a_qp,d); t(binascii.b2a_qp,d,True); t(binascii.b2a_qp,d,istext=False); t(binascii.b2a_qp,d,header=True)
    try:
        u=binascii.b2a_uu(d); print(binascii.a2b_uu(u)==d)
    except Exception as e: print(e)
    print(binascii.a2b_base64(binascii.b2a_base64(d))==d, binascii.unhexlify(binascii.hexlify(d))==d, binascii.a2b_qp(binascii.b2a_qp(d)))
for d in (b'YQ==',b'YQ=',b'YQ',b'Y',b'YWI',b'YWI=',b'YWJj',b'=YWJj',b'YW=Jj',b'YQ==YQ==',b'YQ==\n',b'Y Q = =',b'!!YQ==','YQ==','é',b'YWJj=',b'YWJj==',b'ab=c',b'a=b=',b'====',b'a===','',b'abcde',b'abcdefghi'):
    t(binascii.a2b_base64,d); t(binascii.a2b_base64,d,strict_mode=True)
for d in (b'1',b'zz','0g','abcd',b'AbCd',5,'é'): t(binascii.unhexlify,d)
for d in (b'=41=',b'=4',b'a=\nb',b'a=\r\nb',b'==',b'_a_',b'=zz',b'a b ='): t(binascii.a2b_qp,d); t(binascii.a2b_qp,d,header=True)
for d in (b'a \nb\t\n c',b'.',b'.\n',b'a.\n',b'x'*100,b'x'*75+b'\n',b'x'*76+b'\n',b'x'*73+b'=\n',b'a\r\nb\r\n',b'a\n\r\n',b'\xe9'*40,b' ',b'\t',b'_ _',b'a\rb', b'x'*80+b' \n', b'\n.\n.'):
    t(binascii.b2a_qp,d); t(binascii.b2a_qp,d,quotetabs=True); t(binascii.b2a_qp,d,istext=False); t(binascii.b2a_qp,d,header=True)
for d in (b' ',b'',b'#86)C\n',b'#86)C   \n',b'#86)Cx\n',b'\x7f',b'#8',b'!',b'#\x01'): t(binascii.a2b_uu,d)
t(binascii.b2a_uu,b'x'*46); t(binascii.hexlify,b'ab','::')
print(binascii.Error.__mro__, binascii.crc32(b'b'*1000, binascii.crc32(b'a'*999)) == binascii.crc32(b'a'*999+b'b'*1000))
