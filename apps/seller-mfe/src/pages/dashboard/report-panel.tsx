import { useHost } from '@plaza/federation/host';
import { Checkbox } from '@plaza/ui/checkbox';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { dashboardMessages as texts } from './messages.ts';
import { Panel } from './panel.tsx';

/** The switch for the report of a week by mail. */
export function ReportPanel() {
  const { api, notify } = useHost();
  const client = useQueryClient();
  const query = useQuery(api.analytics.seller.weeklyReport.queryOptions(undefined, { retry: false }));
  const { mutate, isPending, variables } = useMutation(
    api.analytics.seller.setWeeklyReport.mutationOptions({
      networkMode: 'always',
      onSuccess: (choice) => {
        client.setQueryData(api.analytics.seller.weeklyReport.queryKey(), choice);
        notify({ tone: 'success', text: choice.isOn ? texts.reportOn : texts.reportOff });
      },
      onError: () => notify({ tone: 'danger', text: texts.reportFailed }),
    }),
  );
  return (
    <Panel<{ isOn: boolean }> title={texts.report} query={query}>
      {({ isOn }) => (
        <Checkbox
          label={texts.reportLabel}
          hint={texts.reportHint}
          checked={isPending ? variables.isOn : isOn}
          disabled={isPending}
          onChange={(event) => mutate({ isOn: event.currentTarget.checked })}
        />
      )}
    </Panel>
  );
}
