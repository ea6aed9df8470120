import { toApiError, useHost } from '@plaza/federation/host';
import { Button, type ButtonVariant } from '@plaza/ui/button';
import { useMutation } from '@tanstack/react-query';
import { messages } from '../messages.ts';

/** Sends the mail of the registration once more, and says so. */
export function ResendButton(props: {
  label: string;
  busyLabel: string;
  done: string;
  variant?: ButtonVariant;
}) {
  const { api } = useHost();
  const resend = useMutation(api.verification.resend.mutationOptions({ networkMode: 'always' }));
  const refusal = resend.data?.ok === false ? resend.data.message : null;
  const said = resend.isError
    ? (toApiError(resend.error)?.message ?? messages.unreachable)
    : (refusal ?? (resend.isSuccess ? props.done : ''));
  return (
    <div className="flex flex-col items-start gap-2">
      <Button
        variant={props.variant ?? 'secondary'}
        size="sm"
        busy={resend.isPending}
        busyLabel={props.busyLabel}
        onClick={() => resend.mutate()}
      >
        {props.label}
      </Button>
      <p role="status" className="text-sm text-ink-muted empty:hidden">
        {said}
      </p>
    </div>
  );
}
