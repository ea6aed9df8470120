import './preview.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Container } from '../src/container.tsx';
import { PlazaLogo } from '../src/plaza-mark.tsx';
import { SkipLink } from '../src/skip-link.tsx';
import { ThemeToggle } from '../src/theme-toggle.tsx';
import { Catalogue } from './catalogue.tsx';
import { Dashboard } from './dashboard.tsx';
import { Forms } from './forms.tsx';
import { Overlays } from './overlays.tsx';
import { States } from './states.tsx';
import { Summaries } from './summaries.tsx';

function Preview() {
  return (
    <>
      <SkipLink target="main" />
      <header className="sticky top-0 z-30 border-b border-line bg-canvas/90 backdrop-blur">
        <Container className="flex h-16 items-center justify-between">
          <PlazaLogo />
          <ThemeToggle />
        </Container>
      </header>
      <Container>
        <main id="main" className="flex flex-col gap-20 py-12">
          <h1 className="max-w-xl text-display font-semibold">Technology from people who know it.</h1>
          <Catalogue />
          <Forms />
          <Overlays />
          <States />
          <Summaries />
          <Dashboard />
        </main>
      </Container>
    </>
  );
}

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <Preview />
    </StrictMode>,
  );
