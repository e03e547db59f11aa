import { CrmError } from "@sweetspot/contract";

/** The body as text; stops reading as soon as it is larger than allowed, whatever its headers say. */
export async function readBody(request: Request, maxBytes: number): Promise<string> {
  const tooLarge = () =>
    new CrmError("malformed", `The request is larger than ${maxBytes} bytes. Send it in several commits.`);
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) throw tooLarge();
  if (!request.body) return "";
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  let bytes = 0;
  const reader = request.body.getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      bytes += part.value.byteLength;
      if (bytes > maxBytes) throw tooLarge();
      text += decoder.decode(part.value, { stream: true });
    }
    return text + decoder.decode();
  } catch (error) {
    await reader.cancel().catch(() => undefined);
    if (CrmError.is(error)) throw error;
    throw new CrmError("malformed", "The body broke off or is no UTF-8.", { cause: error });
  }
}
