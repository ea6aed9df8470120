import type { SocialProviderInfo } from '@plaza/contracts';
import { paths } from '@plaza/navigation';
import { buttonClass } from '@plaza/ui/button';
import { socialMessages } from './messages.ts';
import { ProviderIcon } from './provider-icon.tsx';

interface SocialButtonsProps {
  providers: readonly SocialProviderInfo[];
  /** Where to go after signing in. */
  returnTo: string;
}

/** The ways to sign in by others; nothing when none is configured. Links that leave the shop: they need no script. */
export function SocialButtons({ providers, returnTo }: SocialButtonsProps) {
  if (providers.length === 0) return null;
  return (
    <div className="mb-6 flex flex-col gap-3">
      {providers.map(({ id, kind, name }) => (
        <a
          key={id}
          href={paths.socialSignIn(id, returnTo)}
          className={buttonClass({ variant: 'secondary', fullWidth: true })}
        >
          <ProviderIcon kind={kind} />
          {socialMessages.continueWith(name)}
        </a>
      ))}
      <p className="mt-3 flex items-center gap-4 text-sm text-ink-muted before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
        {socialMessages.or}
      </p>
    </div>
  );
}
