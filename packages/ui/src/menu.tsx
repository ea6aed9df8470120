import { Menu as BaseMenu } from '@base-ui/react/menu';
import clsx from 'clsx';
import { type ReactNode, useState } from 'react';

export interface MenuItem {
  label: string;
  icon?: ReactNode;
  tone?: 'danger' | undefined;
  disabled?: boolean | undefined;
  onSelect: () => void;
}

export interface MenuProps {
  /** Content of the button; give an icon-only button a `label`. */
  trigger: ReactNode;
  label?: string | undefined;
  triggerClassName?: string | undefined;
  items: readonly MenuItem[];
  align?: 'start' | 'end' | undefined;
}

/** A menu of actions with arrow keys and type-ahead. It weighs 50 kB: for links in a header take `Flyout`. */
export function Menu({ trigger, label, triggerClassName, items, align = 'end' }: MenuProps) {
  // Drawn within its remote, whose scoped styles would not reach it at the end of the document.
  const [home, setHome] = useState<HTMLElement | null>(null);
  return (
    <BaseMenu.Root>
      <BaseMenu.Trigger
        ref={(element: HTMLElement | null) => setHome(element?.closest<HTMLElement>('[data-mfe]') ?? null)}
        aria-label={label}
        title={label}
        className={triggerClassName}
      >
        {trigger}
      </BaseMenu.Trigger>
      <BaseMenu.Portal container={home ?? undefined}>
        <BaseMenu.Positioner sideOffset={8} align={align} className="z-50">
          <BaseMenu.Popup className="min-w-48 rounded-md border border-line bg-surface-raised p-1.5 text-ink shadow-raised outline-none transition-opacity data-starting-style:opacity-0">
            {items.map((item) => (
              <BaseMenu.Item
                key={item.label}
                disabled={item.disabled ?? false}
                onClick={item.onSelect}
                className={clsx(
                  'flex cursor-pointer items-center gap-3 rounded-sm px-3 py-2 text-sm outline-none select-none data-disabled:cursor-default data-disabled:opacity-45 data-highlighted:bg-surface-sunken',
                  item.tone === 'danger' && 'text-danger',
                )}
              >
                {item.icon}
                {item.label}
              </BaseMenu.Item>
            ))}
          </BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  );
}
