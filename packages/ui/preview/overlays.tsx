import Ellipsis from 'lucide-react/icons/ellipsis';
import User from 'lucide-react/icons/user';
import { useState } from 'react';
import { Button } from '../src/button.tsx';
import { Dialog } from '../src/dialog.tsx';
import { Drawer } from '../src/drawer.tsx';
import { Flyout, flyoutItemClass } from '../src/flyout.tsx';
import { iconButtonClass } from '../src/icon-button.tsx';
import { Menu } from '../src/menu.tsx';
import { TextField } from '../src/text-field.tsx';
import { Toaster } from '../src/toaster.tsx';
import { createToaster } from '../src/toaster-store.ts';
import { Tooltip } from '../src/tooltip.tsx';
import { Section } from './section.tsx';

const toaster = createToaster();

export function Overlays() {
  const [open, setOpen] = useState<'dialog' | 'drawer' | null>(null);
  const close = () => setOpen(null);
  return (
    <Section title="Overlays">
      <div className="flex flex-wrap items-center gap-3">
        <Button variant="secondary" onClick={() => setOpen('dialog')}>
          Open dialog
        </Button>
        <Button variant="secondary" onClick={() => setOpen('drawer')}>
          Open drawer
        </Button>
        <Button
          variant="secondary"
          onClick={() =>
            toaster.show({
              tone: 'positive',
              title: 'Added to your cart',
              text: 'Aurora 14, Graphite',
              action: { label: 'View cart', href: '#cart' },
            })
          }
        >
          Show toast
        </Button>
        <Flyout
          trigger={<User size={20} aria-hidden="true" />}
          label="Account"
          triggerClassName={iconButtonClass()}
        >
          <a href="#orders" className={flyoutItemClass}>
            Orders
          </a>
          <a href="#profile" className={flyoutItemClass}>
            Profile
          </a>
        </Flyout>
        <Menu
          trigger={<Ellipsis size={20} aria-hidden="true" />}
          label="Actions"
          triggerClassName={iconButtonClass({ variant: 'outlined' })}
          items={[
            { label: 'Edit', onSelect: () => {} },
            { label: 'Archive', tone: 'danger', onSelect: () => {} },
          ]}
        />
        <Tooltip text="Counted since midnight, UTC">
          <button type="button" className={iconButtonClass()}>
            ?
          </button>
        </Tooltip>
      </div>
      <Dialog
        open={open === 'dialog'}
        onClose={close}
        title="Mark as shipped"
        description="The buyer is told at once."
        footer={
          <div className="flex justify-end gap-3">
            <Button variant="quiet" onClick={close}>
              Cancel
            </Button>
            <Button onClick={close}>Mark shipped</Button>
          </div>
        }
      >
        <TextField label="Tracking number" optional />
      </Dialog>
      <Drawer
        open={open === 'drawer'}
        onClose={close}
        title="Your cart"
        footer={<Button fullWidth>Check out</Button>}
      >
        <p className="text-ink-muted">Two items from two sellers.</p>
      </Drawer>
      <Toaster toaster={toaster} />
    </Section>
  );
}
