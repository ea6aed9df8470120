import type { ReleaseDiff } from '@plaza/contracts';
import { Badge, type Tone } from '@plaza/ui/badge';
import { type Column, DataTable } from '@plaza/ui/data-table';
import { Drawer } from '@plaza/ui/drawer';
import { formatKilobytes } from '@plaza/ui/format';
import { Notice } from '@plaza/ui/notice';
import { ScrollBox } from '@plaza/ui/scroll-box';
import { releaseMessages } from '../releases/messages.ts';

const texts = releaseMessages.diff;
const SECTIONS = ['pages', 'slots', 'uses', 'data', 'procedures', 'events', 'shared'] as const;
type Change = ReleaseDiff[(typeof SECTIONS)[number]][number];
type Size = ReleaseDiff['sizes'][number];

export interface DiffDrawerProps {
  /** The release that is compared; the drawer is closed without one. */
  version: string | undefined;
  /** What is stable. */
  from: string | undefined;
  /** Null when they could not be compared. */
  diff: ReleaseDiff | null;
  onClose: () => void;
}

/** What a release changes in the contract with the rest of the market. */
export function DiffDrawer({ version, from, diff, onClose }: DiffDrawerProps) {
  return (
    <Drawer
      open={version !== undefined && from !== undefined}
      onClose={onClose}
      title={texts.title(version ?? '')}
      description={texts.text(from ?? '')}
    >
      {diff === null ? (
        <Notice tone="danger">{texts.failed}</Notice>
      ) : (
        // There is nothing else in it that keys could reach to scroll it.
        <ScrollBox aria-label={texts.title(version ?? '')}>
          <Diff diff={diff} />
        </ScrollBox>
      )}
    </Drawer>
  );
}

function Diff({ diff }: { diff: ReleaseDiff }) {
  const changed = SECTIONS.filter((section) => diff[section].length > 0);
  return (
    <div className="flex flex-col gap-6">
      {changed.length === 0 && <p>{texts.same}</p>}
      {changed.map((section) => (
        <section key={section} aria-label={texts.sections[section]}>
          <h3 className="mb-2 font-semibold">{texts.sections[section]}</h3>
          <ul className="flex flex-col gap-2">
            {diff[section].map((change) => (
              <li key={change.name} className="flex items-start justify-between gap-3">
                <code className="text-sm wrap-anywhere">{change.name}</code>
                <ChangeBadge change={change} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      <section aria-label={texts.sizes}>
        <h3 className="mb-2 font-semibold">{texts.sizes}</h3>
        <DataTable
          caption={texts.sizes}
          columns={sizeColumns}
          rows={diff.sizes}
          rowKey={({ name }) => name}
        />
      </section>
    </div>
  );
}

function ChangeBadge({ change: { before, after } }: { change: Change }) {
  const [tone, text]: [Tone, string] =
    before === null
      ? ['positive', texts.came]
      : after === null
        ? ['danger', texts.went]
        : ['warning', texts.changed];
  return <Badge tone={tone}>{text}</Badge>;
}

const write = (bytes: number | null) => (bytes === null ? releaseMessages.none : formatKilobytes(bytes));
const sizeColumns: Column<Size>[] = [
  { id: 'part', header: texts.part, primary: true, cell: ({ name }) => texts.partOf(name) },
  { id: 'before', header: texts.before, align: 'end', cell: ({ before }) => write(before) },
  { id: 'after', header: texts.after, align: 'end', cell: ({ after }) => write(after) },
];
