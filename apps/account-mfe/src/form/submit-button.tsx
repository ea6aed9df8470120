import { Button, type ButtonProps } from '@plaza/ui/button';
import { useSyncExternalStore } from 'react';

const subscribe = () => () => undefined;

/** Sends a form. It cannot be pressed before scripts run: the browser would send the form by itself, to nobody. */
export function SubmitButton(props: Omit<ButtonProps, 'type' | 'disabled'>) {
  const ready = useSyncExternalStore(
    subscribe,
    () => true,
    () => false,
  );
  return <Button fullWidth {...props} type="submit" disabled={!ready} />;
}
