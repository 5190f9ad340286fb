package dev.taipan.stdlib.cjk;

import dev.taipan.stdlib.cjk.PlainCodec.Form;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The codecs by Python's names. */
final class CjkCodecs {
  private static final Map<String, Supplier<CjkCodec>> BY_NAME =
      Map.ofEntries(
          plain("gb2312", Form.DOUBLE, "GB2312"),
          plain("gbk", Form.DOUBLE, "GBK"),
          plain("gb18030", Form.GB18030, "GB18030"),
          Map.entry("hz", HzCodec::new),
          plain("big5", Form.DOUBLE, "Big5"),
          plain("cp950", Form.DOUBLE, "x-windows-950"),
          plain("big5hkscs", Form.DOUBLE, "Big5-HKSCS"),
          plain("euc_kr", Form.DOUBLE, "EUC-KR"),
          plain("cp949", Form.DOUBLE, "x-windows-949"),
          plain("johab", Form.DOUBLE, "x-Johab"),
          japanese("shift_jis", Form.SHIFT_JIS, "Shift_JIS"),
          Map.entry("cp932", () -> new PlainCodec(Form.SHIFT_JIS, "windows-31j", true, false)),
          japanese("euc_jp", Form.EUC_JAPAN, "EUC-JP"),
          plain("shift_jis_2004", Form.SHIFT_JIS, "x-SJIS_0213"),
          plain("shift_jisx0213", Form.SHIFT_JIS, "x-SJIS_0213"),
          Map.entry("euc_jis_2004", EucJis2004::new),
          Map.entry("euc_jisx0213", EucJis2004::new),
          switching("iso2022_kr", CharSet.KSX1001_G1),
          switching("iso2022_jp", CharSet.JISX0208, CharSet.JISX0201_ROMAN),
          switching("iso2022_jp_1", CharSet.JISX0208, CharSet.JISX0212, CharSet.JISX0201_ROMAN),
          switching(
              "iso2022_jp_2",
              CharSet.JISX0208,
              CharSet.JISX0212,
              CharSet.KSX1001_G0,
              CharSet.GB2312,
              CharSet.JISX0201_ROMAN,
              CharSet.LATIN,
              CharSet.GREEK),
          switching(
              "iso2022_jp_3", CharSet.JISX0208, CharSet.JISX0213_2000, CharSet.JISX0213_SECOND),
          switching(
              "iso2022_jp_2004", CharSet.JISX0208, CharSet.JISX0213_2004, CharSet.JISX0213_SECOND),
          switching(
              "iso2022_jp_ext",
              CharSet.JISX0208,
              CharSet.JISX0212,
              CharSet.JISX0201_ROMAN,
              CharSet.JISX0201_KATAKANA));

  private CjkCodecs() {}

  private static Map.Entry<String, Supplier<CjkCodec>> plain(
      String name, Form form, String charset) {
    return Map.entry(name, () -> new PlainCodec(form, charset, false, false));
  }

  private static Map.Entry<String, Supplier<CjkCodec>> japanese(
      String name, Form form, String charset) {
    return Map.entry(name, () -> new PlainCodec(form, charset, false, true));
  }

  private static Map.Entry<String, Supplier<CjkCodec>> switching(String name, CharSet... sets) {
    List<CharSet> list = List.of(sets);
    return Map.entry(name, () -> new Iso2022Codec(list));
  }

  static boolean isKnown(String name) {
    return BY_NAME.containsKey(name);
  }

  /** A new run of a codec. */
  static CjkCodec start(String name) {
    return BY_NAME.get(name).get();
  }
}
