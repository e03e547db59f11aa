/**
 * Why a frame has no host: `no-host`, nothing embeds it or its address names none; `wrong-origin`, the page around is
 * none that may show it; `no-answer`, nobody answered in time; `version`, the two are too far apart; `refused`, the
 * page said no; `duplicate`, somebody tried to take the place of the host.
 */
export type ChannelFailureCode =
  | "no-host"
  | "wrong-origin"
  | "no-answer"
  | "version"
  | "refused"
  | "duplicate";

export class ChannelFailure extends Error {
  override readonly name = "ChannelFailure";
  readonly code: ChannelFailureCode;

  constructor(code: ChannelFailureCode) {
    super(`The frame has no host: ${code}.`);
    this.code = code;
  }
}
