import type { RolloutChange } from '@plaza/contracts';
import { ShowAll } from '@plaza/ui/show-all';
import { EmptyState } from '@plaza/ui/states';
import { FigurePanel } from '../../figures/figure-panel.tsx';
import { HistoryTable } from '../../figures/history-table.tsx';
import { teamFiguresMessages as texts } from './messages.ts';

const SHOWN_CHANGES = 8;

/** What the lines in the charts stand for. */
export const ChangesPanel = ({ changes }: { changes: RolloutChange[] | null }) => (
  <FigurePanel title={texts.history} text={texts.historyText} data={changes}>
    {(rows) => (
      <div className="flex flex-col gap-4">
        <ShowAll rows={rows} first={SHOWN_CHANGES}>
          {(shown) => (
            <HistoryTable
              caption={texts.history}
              changes={shown}
              empty={<EmptyState compact title={texts.noHistoryTitle} text={texts.noHistoryText} />}
            />
          )}
        </ShowAll>
      </div>
    )}
  </FigurePanel>
);
