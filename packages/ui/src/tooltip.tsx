import { Tooltip as BaseTooltip } from '@base-ui/react/tooltip';
import { type ReactElement, useState } from 'react';

/** A few words about a control, on hover and on focus. It weighs 30 kB: `title` does for an icon button. */
export function Tooltip({ text, children }: { text: string; children: ReactElement }) {
  const [home, setHome] = useState<HTMLElement | null>(null);
  return (
    <BaseTooltip.Root>
      <BaseTooltip.Trigger
        ref={(element: HTMLElement | null) => setHome(element?.closest<HTMLElement>('[data-mfe]') ?? null)}
        render={children}
      />
      <BaseTooltip.Portal container={home ?? undefined}>
        <BaseTooltip.Positioner sideOffset={8} className="z-50">
          <BaseTooltip.Popup className="max-w-xs rounded-sm bg-ink px-3 py-1.5 text-sm text-ink-inverse shadow-raised transition-opacity data-starting-style:opacity-0">
            {text}
          </BaseTooltip.Popup>
        </BaseTooltip.Positioner>
      </BaseTooltip.Portal>
    </BaseTooltip.Root>
  );
}
