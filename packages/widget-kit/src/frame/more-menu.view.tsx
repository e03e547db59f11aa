import { memo, type ReactNode } from "react";
import { copyTable } from "../export/copy-table.ts";
import { canPrint, canSave } from "../export/leaving.ts";
import { printTable } from "../export/print-table.ts";
import { toCsvFile, toFileName } from "../export/save-file.ts";
import { useHandOverFile } from "../export/use-hand-over-file.ts";
import { svgToPng } from "../export/svg-to-png.ts";
import type { TableData } from "../export/table.model.ts";
import { IconButton } from "../parts/button.view.tsx";
import { Menu, type MenuEntry } from "../parts/menu.view.tsx";
import { useToast } from "../parts/toast.view.tsx";
import { useSurface, useT } from "../widget/widget-context.ts";

interface Props {
  readonly title: string;
  readonly table: (() => TableData) | undefined;
  readonly csv: (() => TableData) | undefined;
  readonly picture: (() => SVGSVGElement | null) | undefined;
  readonly menu: readonly MenuEntry[] | undefined;
}

/** The widget's own commands, then the ways its content can leave. */
export const MoreMenu = memo(function MoreMenu(props: Props): ReactNode {
  const { title, table, csv = table, picture, menu = [] } = props;
  const t = useT();
  const surface = useSurface();
  const toast = useToast();
  const handOver = useHandOverFile();
  const told = (work: Promise<void>, done: string): void => {
    work.then(
      () => toast({ text: done }),
      () => toast({ tone: "bad", text: t("kit.export.refused") }),
    );
  };
  const savePicture = async (): Promise<void> => {
    const svg = picture?.() ?? null;
    if (svg === null) throw new Error("The widget shows no picture now.");
    handOver({ name: `${toFileName(title)}.png`, content: await svgToPng(svg) });
  };
  const leaving: MenuEntry[] = [];
  if (table !== undefined) {
    leaving.push({
      id: "kit-copy",
      icon: "copy",
      label: t("kit.export.copy"),
      onSelect: () => told(copyTable(table(), surface), t("kit.export.copied")),
    });
  }
  if (csv !== undefined && canSave(surface)) {
    leaving.push({
      id: "kit-csv",
      icon: "download",
      label: t("kit.export.csv"),
      onSelect: () => handOver(toCsvFile(csv())),
    });
  }
  if (picture !== undefined && canSave(surface)) {
    leaving.push({
      id: "kit-png",
      icon: "picture",
      label: t("kit.export.png"),
      onSelect: () => told(savePicture(), t("kit.export.saved")),
    });
  }
  if (canPrint(surface)) {
    const onSelect = (): void => printTable(surface);
    leaving.push({ id: "kit-print", icon: "print", label: t("kit.export.print"), onSelect });
  }
  const items = [
    ...menu,
    ...(menu.length > 0 && leaving.length > 0 ? ["separator" as const] : []),
    ...leaving,
  ];
  if (items.length === 0) return null;
  return <Menu trigger={<IconButton icon="more" label={t("kit.more")} />} items={items} />;
});
