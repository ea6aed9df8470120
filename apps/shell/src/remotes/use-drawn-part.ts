import type { RemoteModuleName } from '@plaza/contracts/remotes';
import { useEffect, useId, useRef, useState } from 'react';
import { messages } from '../messages.ts';
import { loadUntilThere } from '../recovery/load-until-there.ts';
import { useShell } from '../shell-context.ts';
import type { RemoteModule } from './remotes.ts';

/** What the server has drawn of a part, until React takes it over. */
export interface DrawnPart {
  /** For the element around the part, the same on the server as in the browser. */
  id: string;
  /** Resolves when the part can be taken over; null where nothing of it was drawn. */
  module: Promise<RemoteModule> | null;
}

/** Works without a script: the server answers it. */
const WORKS = 'a[href], form[action]';
const CONTROL = 'button, input, select, form';
/** A button that waits for its script may be disabled, and gives no click; a form may be sent by a key. */
const PRESSES = ['pointerup', 'click', 'submit'];
/** Of one press. */
const PRESS_MS = 1_000;

/**
 * Keeps what the server has drawn while the part's scripts cannot be had: it can be read, its links lead on, and forms
 * that the server takes are sent. Whoever presses something else in it is told.
 * @param props of the part: with others, what was drawn is not true any more
 */
export function useDrawnPart(name: RemoteModuleName, props: object): DrawnPart {
  const { remotes, isServer, isAbsent, toaster } = useShell();
  const id = useId();
  const [drawn] = useState(() => {
    const element = isServer || isAbsent(name) ? null : document.getElementById(id);
    if (!element || remotes.peek(name)) return null;
    const listening = new AbortController();
    let toldAt = Number.NEGATIVE_INFINITY;
    const tell = (event: Event) => {
      const { target } = event;
      if (!(target instanceof Element) || !element.contains(target)) return;
      if (target.closest(WORKS) || !target.closest(CONTROL)) return;
      // A form that only a script can take must not be sent to an address instead, with all that was typed.
      event.preventDefault();
      if (event.timeStamp - toldAt < PRESS_MS) return;
      toldAt = event.timeStamp;
      toaster.show({ title: messages.partNotReady });
    };
    const load = loadUntilThere(remotes, name, () => {
      // Before React, which keeps from everybody what it cannot handle yet.
      for (const event of PRESSES)
        window.addEventListener(event, tell, { capture: true, signal: listening.signal });
    });
    const end = () => {
      listening.abort();
      load.stop();
    };
    void load.module.then(end);
    return { module: load.module, end };
  });
  useEffect(() => drawn?.end, [drawn]);
  const firstProps = useRef(props);
  return { id, module: firstProps.current === props ? (drawn?.module ?? null) : null };
}
