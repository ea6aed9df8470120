import { ALERT_KINDS, ALERT_STATUSES, type AlertKind, type AlertStatus } from '@plaza/contracts';
import { paths, useNavigation } from '@plaza/navigation';
import { SelectField } from '@plaza/ui/select-field';
import { alertMessages } from './messages.ts';

const texts = alertMessages;

interface AlertsFilterProps {
  status: AlertStatus | undefined;
  kind: AlertKind | undefined;
}

/** State and kind, kept in the address. */
export function AlertsFilter({ status, kind }: AlertsFilterProps) {
  const { open } = useNavigation();
  const show = (change: { status?: string; kind?: string }) =>
    void open(paths.adminAlerts({ status, kind, ...change }), { keepScroll: true });
  return (
    <search className="mb-5 flex flex-wrap items-start gap-3">
      <SelectField
        label={texts.status}
        hideLabel
        optional
        name="status"
        value={status ?? ''}
        onChange={(event) => show({ status: event.target.value })}
        placeholder={texts.anyStatus}
        options={ALERT_STATUSES.map((value) => ({ value, label: texts.statuses[value] }))}
        className="min-w-36 max-sm:flex-1"
      />
      <SelectField
        label={texts.kind}
        hideLabel
        optional
        name="kind"
        value={kind ?? ''}
        onChange={(event) => show({ kind: event.target.value })}
        placeholder={texts.anyKind}
        options={ALERT_KINDS.map((value) => ({ value, label: texts.kinds[value] }))}
        className="min-w-48 max-sm:flex-1"
      />
    </search>
  );
}
