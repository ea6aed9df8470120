import type { RolloutChange } from '@plaza/contracts';
import { EmptyState } from '@plaza/ui/states';
import { FigurePanel } from '../../figures/figure-panel.tsx';
import { HistoryTable } from '../../figures/history-table.tsx';
import { teamFiguresMessages as texts } from './messages.ts';

/** What the lines in the charts stand for. */
export const ChangesPanel = ({ changes }: { changes: RolloutChange[] | null }) => (
  <FigurePanel title={texts.history} text={texts.historyText} data={changes}>
    {(rows) => (
      <HistoryTable
        caption={texts.history}
        changes={rows}
        empty={<EmptyState compact title={texts.noHistoryTitle} text={texts.noHistoryText} />}
      />
    )}
  </FigurePanel>
);
