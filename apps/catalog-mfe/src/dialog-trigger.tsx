import type { ComponentProps } from 'react';
import { useHydrated } from './use-hydrated.ts';

export interface DialogTriggerProps extends Omit<ComponentProps<'button'>, 'type' | 'onClick'> {
  /** Where to find the same without scripts. */
  href: string;
  onPress: () => void;
}

/** Opens a dialog; a link to the same content until scripts run. */
export function DialogTrigger({ href, onPress, ...rest }: DialogTriggerProps) {
  const hydrated = useHydrated();
  if (hydrated) return <button {...rest} type="button" aria-haspopup="dialog" onClick={onPress} />;
  return (
    <a href={href} className={rest.className} aria-label={rest['aria-label']}>
      {rest.children}
    </a>
  );
}
