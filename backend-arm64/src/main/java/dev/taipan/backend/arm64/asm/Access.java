package dev.taipan.backend.arm64.asm;

/** A kind of single load or store: its five addressing forms and the size that scales them. */
enum Access {
  LDR(3, A64Op.LDR, A64Op.LDUR, A64Op.LDR_PRE, A64Op.LDR_POST, A64Op.LDR_INDEX),
  STR(3, A64Op.STR, A64Op.STUR, A64Op.STR_PRE, A64Op.STR_POST, A64Op.STR_INDEX),
  LDR_W(2, A64Op.LDR_W, A64Op.LDUR_W, A64Op.LDR_W_PRE, A64Op.LDR_W_POST, A64Op.LDR_W_INDEX),
  STR_W(2, A64Op.STR_W, A64Op.STUR_W, A64Op.STR_W_PRE, A64Op.STR_W_POST, A64Op.STR_W_INDEX),
  LDRH(1, A64Op.LDRH, A64Op.LDURH, A64Op.LDRH_PRE, A64Op.LDRH_POST, A64Op.LDRH_INDEX),
  STRH(1, A64Op.STRH, A64Op.STURH, A64Op.STRH_PRE, A64Op.STRH_POST, A64Op.STRH_INDEX),
  LDRB(0, A64Op.LDRB, A64Op.LDURB, A64Op.LDRB_PRE, A64Op.LDRB_POST, A64Op.LDRB_INDEX),
  STRB(0, A64Op.STRB, A64Op.STURB, A64Op.STRB_PRE, A64Op.STRB_POST, A64Op.STRB_INDEX),
  LDRSW(2, A64Op.LDRSW, A64Op.LDURSW, A64Op.LDRSW_PRE, A64Op.LDRSW_POST, A64Op.LDRSW_INDEX),
  LDR_D(3, A64Op.LDR_D, A64Op.LDUR_D, A64Op.LDR_D_PRE, A64Op.LDR_D_POST, A64Op.LDR_D_INDEX),
  STR_D(3, A64Op.STR_D, A64Op.STUR_D, A64Op.STR_D_PRE, A64Op.STR_D_POST, A64Op.STR_D_INDEX);

  private final int scale;
  private final A64Op scaled;
  private final A64Op unscaled;
  private final A64Op pre;
  private final A64Op post;
  private final A64Op index;

  Access(int scale, A64Op scaled, A64Op unscaled, A64Op pre, A64Op post, A64Op index) {
    this.scale = scale;
    this.scaled = scaled;
    this.unscaled = unscaled;
    this.pre = pre;
    this.post = post;
    this.index = index;
  }

  int encode(Operand register, Address address) {
    return switch (address) {
      case Address.Offset(X base, int displacement) when Imm.Scaled.fits(displacement, scale) ->
          scaled.encode(register, base, new Imm.Scaled(displacement, scale));
      case Address.Offset(X base, int displacement) ->
          unscaled.encode(register, base, new Imm.Signed(displacement, 9, 0));
      case Address.PreIndex(X base, int displacement) ->
          pre.encode(register, base, new Imm.Signed(displacement, 9, 0));
      case Address.PostIndex(X base, int displacement) ->
          post.encode(register, base, new Imm.Signed(displacement, 9, 0));
      case Address.Indexed(X base, X register2, Extend extend, boolean byScale) ->
          index.encode(register, base, new Imm.Index(register2, extend, byScale));
    };
  }
}
