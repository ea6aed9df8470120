import { bandOf, VITALS, type VitalBand, type VitalSummary, type VitalsReport } from '@plaza/contracts';
import { StatusBadge, type Tone } from '@plaza/ui/badge';
import { CsvButton } from '@plaza/ui/csv-button';
import { type Column, DataTable } from '@plaza/ui/data-table';
import { formatCount, formatShare } from '@plaza/ui/format';
import { EmptyState } from '@plaza/ui/states';
import { FigurePanel } from './figure-panel.tsx';
import { figureMessages } from './messages.ts';
import { formatVital, vitalsTable } from './vital-format.ts';

const texts = figureMessages.vitals;
const tones: Record<VitalBand, Tone> = { good: 'positive', needs_work: 'warning', poor: 'danger' };

export interface VitalsPanelProps {
  report: VitalsReport | null;
  /** What the parts of the report are: "Version". */
  partLabel: string;
  nameOf?: (part: string) => string;
  /** Names of parts in the order in which they are shown; those with most pages first when absent. */
  order?: readonly string[] | undefined;
  csvName: string;
}

/** How fast and steady pages were, all together and by part. */
export function VitalsPanel(props: VitalsPanelProps) {
  const { report, partLabel, nameOf = (name) => name, order = [], csvName } = props;
  return (
    <FigurePanel
      title={texts.title}
      text={texts.text}
      data={report}
      aside={({ parts }) =>
        parts.length > 0 && (
          <CsvButton
            {...vitalsTable(
              csvName,
              partLabel,
              parts.map(({ name, vitals }) => ({ name: nameOf(name), vitals })),
            )}
            of={texts.title}
          />
        )
      }
    >
      {({ vitals, parts }) =>
        vitals.length === 0 ? (
          <EmptyState compact title={texts.noneTitle} text={texts.noneText} />
        ) : (
          <div className="flex flex-col gap-8">
            <ul className="grid gap-x-8 gap-y-6 sm:grid-cols-2 xl:grid-cols-4">
              {vitals.map((summary) => (
                <li key={summary.vital}>
                  <Summary summary={summary} />
                </li>
              ))}
            </ul>
            <Parts
              parts={parts.toSorted((a, b) => order.indexOf(a.name) - order.indexOf(b.name))}
              partLabel={partLabel}
              nameOf={nameOf}
            />
          </div>
        )
      }
    </FigurePanel>
  );
}

function Summary({ summary }: { summary: VitalSummary }) {
  const { vital, p75, samples, goodShare, poorShare } = summary;
  const band = bandOf(vital, p75);
  const middleShare = Math.max(0, 1 - goodShare - poorShare);
  return (
    <div className="flex flex-col gap-1.5">
      <p className="flex items-center justify-between gap-2 text-sm text-ink-muted">
        <abbr title={texts.names[vital].name} className="font-medium no-underline">
          {vital} {texts.p75}
        </abbr>
        <StatusBadge tone={tones[band]}>{texts.bands[band]}</StatusBadge>
      </p>
      <p className="text-2xl font-semibold tabular-nums">{formatVital(vital, p75)}</p>
      <span aria-hidden="true" className="flex h-2 gap-0.5 overflow-hidden rounded-full">
        <Share of={goodShare} className="bg-positive" />
        <Share of={middleShare} className="bg-warning" />
        <Share of={poorShare} className="bg-danger" />
      </span>
      <p className="text-sm text-ink-muted tabular-nums">
        {texts.shares(formatShare(goodShare), formatShare(middleShare), formatShare(poorShare))}
      </p>
      <p className="text-sm text-ink-muted">
        {texts.names[vital].text}. {texts.samples(formatCount(samples))}.
      </p>
    </div>
  );
}

const Share = ({ of, className }: { of: number; className: string }) =>
  of > 0 && <span className={className} style={{ width: `${of * 100}%` }} />;

type Part = VitalsReport['parts'][number];

function Parts(props: { parts: readonly Part[]; partLabel: string; nameOf: (part: string) => string }) {
  const { parts, partLabel, nameOf } = props;
  const columns: Column<Part>[] = [
    { id: 'part', header: partLabel, primary: true, cell: ({ name }) => nameOf(name) },
    ...VITALS.map(
      (vital): Column<Part> => ({
        id: vital,
        header: `${vital} ${texts.p75}`,
        align: 'end',
        cell: ({ vitals }) => {
          const summary = vitals.find((candidate) => candidate.vital === vital);
          return summary ? <Value summary={summary} /> : figureMessages.none;
        },
      }),
    ),
  ];
  return (
    <DataTable caption={texts.table(partLabel)} columns={columns} rows={parts} rowKey={({ name }) => name} />
  );
}

function Value({ summary: { vital, p75, samples } }: { summary: VitalSummary }) {
  const band = bandOf(vital, p75);
  return (
    <span className="inline-flex flex-col items-end gap-0.5">
      <span className="inline-flex items-center gap-2">
        {formatVital(vital, p75)}
        <StatusBadge tone={tones[band]}>{texts.bands[band]}</StatusBadge>
      </span>
      <span className="text-xs text-ink-muted">{texts.samples(formatCount(samples))}</span>
    </span>
  );
}
