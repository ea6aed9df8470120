import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Catalogue } from './catalogue.tsx';
import { Dashboard } from './dashboard.tsx';
import { Forms } from './forms.tsx';
import { Overlays } from './overlays.tsx';
import { States } from './states.tsx';
import { Summaries } from './summaries.tsx';

describe('every component renders on the server', () => {
  it.each(Object.entries({ Catalogue, Dashboard, Forms, Overlays, States, Summaries }))(
    '%s',
    (name, Section) => {
      expect(renderToString(<Section />)).toContain(`aria-label="${name}"`);
    },
  );
});
