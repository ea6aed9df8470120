import type { ReactElement } from 'react';
export interface SlotProps {
  'a/b': { icon: ReactElement };
}
