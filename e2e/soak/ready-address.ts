import type { ChildProcess } from "node:child_process";

/** The address a process prints when it is ready. Throws with its output where it ends before. */
export function readyAddress(child: ChildProcess, line: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = "";
    const read = (text: string): void => {
      output += text;
      const address = line.exec(output)?.[1];
      if (address !== undefined) resolve(address);
    };
    child.stdout?.setEncoding("utf8").on("data", read);
    child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      if (output.length < 10_000) read(text);
    });
    child.once("exit", (code, signal) => reject(new Error(`It ended with ${code ?? signal}: ${output}`)));
  });
}
