import { useRouter } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { messages } from '../messages.ts';
import { MAIN_ID } from './ids.ts';

/** After a change of page without a reload: moves the focus to the new page and reads its title out. */
export function PageAnnouncer() {
  const router = useRouter();
  const [announcement, setAnnouncement] = useState('');
  useEffect(
    () =>
      router.subscribe('onRendered', ({ fromLocation, toLocation }) => {
        if (!fromLocation || fromLocation.pathname === toLocation.pathname) return;
        document.getElementById(MAIN_ID)?.focus({ preventScroll: true });
        setAnnouncement(messages.pageOpened(document.title));
      }),
    [router],
  );
  return (
    <p role="status" className="sr-only">
      {announcement}
    </p>
  );
}
