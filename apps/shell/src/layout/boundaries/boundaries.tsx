import { useRouterState } from '@tanstack/react-router';
import { type ComponentType, useEffect, useState } from 'react';
import { areBoundariesWanted } from './boundaries-choice.ts';

/** Shows whose part is where to those who ask for it. For everybody else it weighs next to nothing. */
export function Boundaries() {
  const search = useRouterState({ select: ({ location }) => location.searchStr });
  const [Shown, setShown] = useState<ComponentType>();
  useEffect(() => {
    if (!areBoundariesWanted(search)) return;
    // A page is whole without them.
    import('./team-boundaries.tsx').then(
      ({ TeamBoundaries }) => setShown(() => TeamBoundaries),
      () => undefined,
    );
  }, [search]);
  return Shown ? <Shown /> : null;
}
