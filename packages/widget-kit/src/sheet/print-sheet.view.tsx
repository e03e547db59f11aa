import { type ReactNode, useRef } from "react";
import { copyRichText } from "../export/copy-rich-text.ts";
import { canPrint, canSave } from "../export/leaving.ts";
import { toFileName } from "../export/save-file.ts";
import { useHandOverFile } from "../export/use-hand-over-file.ts";
import { Button } from "../parts/button.view.tsx";
import { Dialog } from "../parts/dialog.view.tsx";
import { useToast } from "../parts/toast.view.tsx";
import { useSurface, useT, useWidgetEnvironment } from "../widget/widget-context.ts";
import { printDocument } from "./print-document.ts";
import { toRichText } from "./rich-text.ts";
import { sheetToHtml, toSheetDocument } from "./sheet-document.ts";

export interface PrintSheetProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** Name of the document, of the print job and of a file made of it. */
  readonly title: string;
  /** Further buttons, before copy and print. */
  readonly tools?: ReactNode;
  /**
   * The document: headings, paragraphs, lists, tables, with classes of the widget. No `style` attributes: a page's
   * policy refuses them on paper. `ss-sheet-page` begins a new page, `ss-sheet-whole` is never torn.
   */
  readonly children: ReactNode;
}

/** A whole A4 document of a widget: looked at first, then printed alone, copied as formatted text, or saved as a page. */
export function PrintSheet({ open, onOpenChange, title, tools, children }: PrintSheetProps): ReactNode {
  const sheet = useRef<HTMLElement>(null);
  const { root } = useWidgetEnvironment();
  const surface = useSurface();
  const toast = useToast();
  const t = useT();
  const handOver = useHandOverFile();
  const isPrintable = canPrint(surface);
  const savePage = (): void => {
    if (sheet.current === null) return;
    const content = new Blob([sheetToHtml(toSheetDocument(title, sheet.current, root))]);
    handOver({ name: `${toFileName(title)}.html`, content });
    if (!surface.openFile) toast({ text: t("kit.sheet.saved") });
  };
  const print = (): void => {
    if (sheet.current === null) return;
    if (!printDocument(toSheetDocument(title, sheet.current, root), root.overlay)) savePage();
  };
  const copy = (): void => {
    if (sheet.current === null) return;
    copyRichText(toRichText(sheet.current), surface).then(
      () => toast({ text: t("kit.sheet.copied") }),
      () => toast({ tone: "bad", text: t("kit.export.refused") }),
    );
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={title}
      size="large"
      footer={
        <>
          {tools}
          <Button icon="copy" onClick={copy}>
            {t("kit.sheet.copy")}
          </Button>
          {canSave(surface) ? (
            <Button icon="download" tone={isPrintable ? "quiet" : "primary"} onClick={savePage}>
              {t("kit.sheet.save")}
            </Button>
          ) : null}
          {isPrintable ? (
            <Button icon="print" tone="primary" onClick={print}>
              {t("kit.export.print")}
            </Button>
          ) : null}
        </>
      }
    >
      {/* A long document scrolls, so it must be reachable by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className="ss-sheet-desk" aria-label={title} tabIndex={0}>
        <article ref={sheet} className="ss-sheet" dir="auto">
          {children}
        </article>
      </section>
    </Dialog>
  );
}
