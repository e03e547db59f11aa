import type { SummaryCount, WidgetSummary } from "@sweetspot/contract";
import type { ReactElement } from "react";
import { toPreviewImage } from "./preview-image.ts";
import {
  Alert,
  DescriptionList,
  DescriptionListItem,
  Flex,
  Heading,
  Image,
  LoadingButton,
  Statistics,
  StatisticsItem,
  Text,
} from "./sdk.ts";
import type { Reading } from "./texts.ts";
import { type CardWidget, summaryKey } from "./widgets.gen.ts";

export interface WidgetSectionProps {
  readonly widget: CardWidget;
  /** Absent where the widget declares none. */
  readonly summary: WidgetSummary | undefined;
  readonly reading: Reading;
  readonly place: "tab" | "sidebar";
  readonly opening: boolean;
  readonly onOpen: (widget: string, title: string) => void;
}

/** One widget on a card: its figures, its picture where there is room, and the button that opens it. */
export function WidgetSection(props: WidgetSectionProps): ReactElement {
  const { widget, summary, reading, place, opening, onOpen } = props;
  const title = widget.titles[reading.language];
  const started = summary !== undefined && summary.state !== "empty";
  return (
    <Flex direction="column" gap="sm">
      <Flex direction="row" justify="between" align="center" gap="sm" wrap>
        <Heading inline>{title}</Heading>
        <LoadingButton
          variant={started ? "secondary" : "primary"}
          size="sm"
          loading={opening}
          onClick={() => onOpen(widget.id, title)}
        >
          {/* With the name: read out alone, six buttons would say the same. */}
          {reading.say(summary?.state === "empty" ? "card.begin" : "card.open", { widget: title })}
        </LoadingButton>
      </Flex>
      {summary ? <Figures widget={widget} summary={summary} reading={reading} place={place} /> : null}
    </Flex>
  );
}

type FiguresProps = Pick<WidgetSectionProps, "widget" | "reading" | "place"> & {
  readonly summary: WidgetSummary;
};

function Figures({ widget, summary, reading, place }: FiguresProps): ReactElement {
  const { headline, counts, preview, lastReview } = summary;
  const label = (count: SummaryCount): string => reading.say(summaryKey(widget.id, count.key));
  return (
    <Flex direction="column" gap="sm">
      <Text format={{ fontWeight: "demibold" }}>
        {reading.say(summaryKey(widget.id, headline.key), headline.values)}
      </Text>
      {counts.length > 0 && place === "tab" ? (
        <Statistics>
          {counts.map((count) => (
            <StatisticsItem key={count.key} label={label(count)} number={figure(count, reading)} />
          ))}
        </Statistics>
      ) : null}
      {counts.length > 0 && place === "sidebar" ? (
        <DescriptionList direction="row">
          {counts.map((count) => (
            <DescriptionListItem key={count.key} label={label(count)}>
              <Text>{figure(count, reading)}</Text>
            </DescriptionListItem>
          ))}
        </DescriptionList>
      ) : null}
      {preview && place === "tab" ? (
        <Image
          src={toPreviewImage(preview)}
          alt={reading.say("card.picture", { widget: widget.titles[reading.language] })}
          width={preview.width}
        />
      ) : null}
      {preview && preview.leftOut > 0 && place === "tab" ? (
        <Text variant="microcopy">{reading.say("card.left-out", { count: preview.leftOut })}</Text>
      ) : null}
      {summary.state === "partial" ? <Alert title={reading.say("card.partial")} variant="warning" /> : null}
      {lastReview === undefined ? null : (
        <Text variant="microcopy">{reading.say("card.last-review", { day: reading.day(lastReview) })}</Text>
      )}
    </Flex>
  );
}

function figure({ value, of }: SummaryCount, reading: Reading): string {
  if (typeof value !== "number") return reading.money(value);
  const shown = reading.number(value);
  return of === undefined ? shown : reading.say("card.of", { value: shown, of: reading.number(of) });
}
