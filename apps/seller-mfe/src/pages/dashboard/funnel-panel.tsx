import type { SellerFunnel } from '@plaza/contracts';
import { useHost } from '@plaza/federation/host';
import { formatCount, formatShare } from '@plaza/ui/format';
import { ShareBars } from '@plaza/ui/share-bars';
import { useQuery } from '@tanstack/react-query';
import { dashboardMessages as texts } from './messages.ts';
import { Panel, type PeriodPanelProps } from './panel.tsx';
import { fileNameOf } from './trends.ts';

const STEPS = ['viewed', 'added', 'bought'] as const;

/** How many of those who looked put something into the cart, and how many bought. */
export function FunnelPanel({ period, comparable }: PeriodPanelProps) {
  const { api } = useHost();
  const query = useQuery(api.analytics.seller.funnel.queryOptions(period, { retry: false }));
  return (
    <Panel<SellerFunnel>
      title={texts.funnel}
      query={query}
      fileName={fileNameOf('funnel', period)}
      csv={({ steps, previous }) => ({
        head: [texts.funnel, texts.visitors, texts.before],
        rows: STEPS.map((step) => [texts[step], steps[step], comparable ? previous[step] : '']),
      })}
    >
      {({ steps, previous }) => (
        <>
          <ShareBars
            label={texts.funnel}
            bars={STEPS.map((step) => {
              const share = steps.viewed === 0 ? 0 : Math.min(1, steps[step] / steps.viewed);
              const notes = [
                ...(step === 'viewed' || steps.viewed === 0 ? [] : [texts.ofStep(formatShare(share))]),
                ...(comparable ? [texts.wasBefore(formatCount(previous[step]))] : []),
              ];
              return {
                label: texts[step],
                value: formatCount(steps[step]),
                share: step === 'viewed' ? Math.min(1, steps.viewed) : share,
                note: notes.join(' · '),
              };
            })}
          />
          <p className="mt-auto text-sm text-ink-muted">
            {texts.measured(formatCount(steps.measuredOrders), formatCount(steps.orders))}
          </p>
        </>
      )}
    </Panel>
  );
}
