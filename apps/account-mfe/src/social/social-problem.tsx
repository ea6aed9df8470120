import { type SocialProviderInfo, socialErrorSchema } from '@plaza/contracts';
import type { SearchParams } from '@plaza/navigation';
import { Notice } from '@plaza/ui/notice';
import { socialMessages } from './messages.ts';

/** What the address says went wrong on the way to a provider and back, and what to do about it. */
export function SocialProblem({
  search,
  providers,
}: {
  search: SearchParams;
  providers: readonly SocialProviderInfo[];
}) {
  const code = socialErrorSchema.safeParse(search.error);
  if (!code.success) return null;
  const provider = providers.find(({ id }) => id === search.provider);
  const text = socialMessages.problems[code.data](provider?.name ?? socialMessages.someProvider);
  return (
    <Notice tone="danger" className="mb-6">
      {text}
    </Notice>
  );
}
