import { Button, PrintSheet } from "@sweetspot/widget-kit";
import { type ReactNode, useState } from "react";

export function SheetParts(): ReactNode {
  const [open, setOpen] = useState(false);
  return (
    <section>
      <h3>A document on paper</h3>
      <p className="ss-row">
        <Button icon="print" onClick={() => setOpen(true)}>
          Meeting sheet
        </Button>
      </p>
      <PrintSheet open={open} onOpenChange={setOpen} title="Visit to Ingrid Solheim">
        <header>
          <h1>Ingrid Solheim</h1>
          <p>
            Board member, <strong>3 December</strong>
          </p>
        </header>
        <section>
          <h2>Questions</h2>
          <ul>
            <li>Who decides on cold rooms in Romania?</li>
            <li>{'What does <b>"half the energy"</b> mean?'}</li>
          </ul>
        </section>
        <table>
          <tbody>
            <tr>
              <th>Lead</th>
              <td>Lena Brandt</td>
            </tr>
          </tbody>
        </table>
        <section className="ss-sheet-page">
          <h2>Notes</h2>
          <p>
            First line
            <br />
            second line
          </p>
        </section>
      </PrintSheet>
    </section>
  );
}
