import io
import plistlib
import xml.dom.minidom
import xml.etree.ElementTree as ET
import xml.parsers.expat as expat
import xml.sax

doc = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE r [<!ENTITY e "ent&#33;"><!ELEMENT r (a|b)*><!ATTLIST a k CDATA "dflt" t NMTOKENS #IMPLIED><!NOTATION n SYSTEM "s">]>
<r xmlns:p="urn:p" p:x="1"><!-- note --><a t="  q  w ">text &lt;&e;&amp;<b/>tail</a><?pi data?><![CDATA[<raw>]]>\r\nend</r>"""
p = expat.ParserCreate(namespace_separator=" ")
for name in ("StartElement", "EndElement", "CharacterData", "Comment", "ProcessingInstruction", "StartCdataSection", "EndCdataSection", "XmlDecl", "StartDoctypeDecl", "EndDoctypeDecl", "EntityDecl", "ElementDecl", "AttlistDecl", "NotationDecl", "StartNamespaceDecl", "EndNamespaceDecl"):
    setattr(p, name + "Handler", lambda *a, name=name + ("Handler"): print(name, a, p.CurrentLineNumber if "Element" in name and "Decl" not in name else ""))
p.buffer_text = True
p.Parse(doc, True)
for bad in ("<a>", "<a></b>", "<a b='1' b='2'/>", "", "<a>&x;</a>", "<a/><b/>", "x", "<a b=c/>", "<a>]]></a>", "<a>\x01</a>", "<a><!-- -- --></a>", "<?xml version='1.0' encoding='nope'?><a/>", "<a:b/>", "<!DOCTYPE a [<!ENTITY x '&y;'><!ENTITY y '&x;'>]><a>&x;</a>"):
    try:
        q = expat.ParserCreate(namespace_separator="!")
        q.Parse(bad.encode(), True)
    except (expat.ExpatError, LookupError) as e:
        print(repr(bad), e, getattr(e, "code", None))
pieces = expat.ParserCreate()
pieces.StartElementHandler = lambda n, a: print("start", n, a)
pieces.DefaultHandler = lambda d: print("default", repr(d))
for c in "<?xml version='1.0'?><a x='y'>t&amp;<b></b>\n</a>":
    pieces.Parse(c)
pieces.Parse("", True)
print(expat.ErrorString(4), expat.errors.codes["syntax error"], expat.model.XML_CTYPE_SEQ)

root = ET.fromstring(doc)
print(root.tag, root.attrib, [c.tag for c in root], root[0].text, root[0][0].tail, root[0].attrib, ET.tostring(root, "unicode"), root.find("a/b"). tag, root.findall(".//b"). __len__(), ET.tostring(ET.XML("<a><b c='&quot;é'/></a>")))
tree = ET.ElementTree(ET.fromstring("<x><y>1</y><y k='v'>2</y></x>"))
ET.indent(tree)
out = io.BytesIO()
tree.write(out, "utf-8", xml_declaration=True)
print(out.getvalue().decode(), [y.text for y in tree.iter("y")], tree.findtext("y[@k='v']"), [e for e, _ in ET.iterparse(io.BytesIO(out.getvalue()), ("start", "end"))])
pull = ET.XMLPullParser(["end"])
pull.feed("<a><b>1</b>")
print([(e, x.tag) for e, x in pull.read_events()])
pull.feed("</a>")
print([(e, x.tag) for e, x in pull.read_events()], ET.canonicalize("<a z='1' b='2'><c/></a>"))
try:
    ET.fromstring("<a><b></a>")
except ET.ParseError as e:
    print(e, e.code, e.position)
dom = xml.dom.minidom.parseString(doc)
print(dom.documentElement.tagName, dom.doctype.name, dom.doctype.internalSubset, dom.toxml(), dom.getElementsByTagName("a")[0].getAttribute("t"))


class H(xml.sax.ContentHandler):
    def startElement(self, name, attrs): print("sax", name, dict(attrs))
    def characters(self, content): print("chars", repr(content))


xml.sax.parseString(b"<a b='c'>x<d/></a>", H())
plist = plistlib.dumps({"a": [1, 2.5, True, b"x", "s"], "d": {"k": "v"}})
print(plist.decode(), plistlib.loads(plist), plistlib.loads(plistlib.dumps({"a": [1, 2.5]}, fmt=plistlib.FMT_BINARY)))
