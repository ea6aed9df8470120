import type { SlotElementProps } from '@plaza/federation/host';
import { IconButton } from '@plaza/ui/icon-button';
import { Skeleton } from '@plaza/ui/skeleton';
import { ErrorState } from '@plaza/ui/states';
import RotateCw from 'lucide-react/icons/rotate-cw';
import { messages } from '../messages.ts';
import { useShell } from '../shell-context.ts';
import { RemotePart } from './remote-part.tsx';

/** A slot of a remote in its place. In the header what replaces it is one small button; in a page, a short notice. */
export function SlotPart({ name, loading, ...props }: SlotElementProps) {
  const { remotes } = useShell();
  if (remotes.isOff(name)) return null;
  return (
    <RemotePart
      name={name}
      props={props}
      loading={loading ?? <Skeleton className="h-11 w-full" />}
      renderFallback={(retry) =>
        name === 'checkout/add-to-cart' ? (
          <ErrorState compact text={messages.partTrying} onRetry={retry} />
        ) : (
          <IconButton label={messages.retryPart(messages.slots[name])} onClick={retry}>
            <RotateCw size={20} aria-hidden="true" />
          </IconButton>
        )
      }
    />
  );
}
