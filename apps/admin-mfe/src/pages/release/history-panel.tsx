import type { RolloutChange } from '@plaza/contracts';
import { Panel } from '@plaza/ui/panel';
import { EmptyState } from '@plaza/ui/states';
import { HistoryTable } from '../../figures/history-table.tsx';
import { releaseMessages as texts } from '../releases/messages.ts';

/** Who changed what visitors get, and why; newest first. */
export const HistoryPanel = ({ changes }: { changes: readonly RolloutChange[] }) => (
  <Panel label={texts.history} title={texts.history} text={texts.historyText}>
    <HistoryTable
      caption={texts.history}
      changes={changes}
      empty={<EmptyState compact title={texts.noHistoryTitle} text={texts.noHistoryText} />}
    />
  </Panel>
);
