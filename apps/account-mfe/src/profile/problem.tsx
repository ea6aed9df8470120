import { toApiError } from '@plaza/federation/host';
import { AppLink, paths } from '@plaza/navigation';
import { linkClass } from '@plaza/ui/button';
import { Notice } from '@plaza/ui/notice';
import { profileMessages as texts } from './messages.ts';

/** Why something did not work; with the way to confirm who one is where that is what is missing. */
export function Problem({
  error,
  text,
  returnTo,
}: {
  error: unknown;
  text?: string | undefined;
  returnTo: string;
}) {
  if (!error && !text) return null;
  const answer = error ? toApiError(error) : null;
  const isStale = answer?.reason === 'step_up_required';
  return (
    <Notice
      tone={isStale ? 'warning' : 'danger'}
      actions={
        isStale && (
          <AppLink href={paths.signIn(returnTo, { step: 'again' })} className={linkClass}>
            {texts.staleLink}
          </AppLink>
        )
      }
    >
      {isStale ? texts.stale : (text ?? answer?.message ?? texts.failed)}
    </Notice>
  );
}
