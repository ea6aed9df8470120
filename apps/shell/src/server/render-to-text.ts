import { PassThrough } from 'node:stream';
import type { ReactNode } from 'react';
import { renderToPipeableStream, renderToString } from 'react-dom/server';

export interface RenderedText {
  text: string;
  /** What parts of remotes threw; each left its fallback behind. */
  errors: RenderError[];
}

interface RenderError {
  error: unknown;
  /** True when a slot threw, and the page around it stands. */
  isInSlot: boolean;
}

/** What React leaves where a component below a Suspense boundary threw. */
const BROKEN_BOUNDARY = '<!--$!-->';

/**
 * Renders everything before anything is sent: the data is there already, and the status of the answer depends on what
 * comes of it. @throws when the frame around the parts itself cannot be rendered
 */
export async function renderToText(node: ReactNode): Promise<RenderedText> {
  // The quick way, half the time of the other, which says nothing of errors but that there were some.
  const text = renderToString(node);
  return text.includes(BROKEN_BOUNDARY) ? renderWithErrors(node) : { text, errors: [] };
}

function renderWithErrors(node: ReactNode): Promise<RenderedText> {
  return new Promise((resolve, reject) => {
    const errors: RenderError[] = [];
    const sink = new PassThrough();
    const chunks: Buffer[] = [];
    sink.on('data', (chunk: Buffer) => chunks.push(chunk));
    sink.on('end', () => resolve({ text: Buffer.concat(chunks).toString('utf8'), errors }));
    const stream = renderToPipeableStream(node, {
      // Large parts stay where they belong instead of being moved there by a script of the document.
      progressiveChunkSize: Number.MAX_SAFE_INTEGER,
      onAllReady: () => stream.pipe(sink),
      onShellError: reject,
      onError: (error, { componentStack }) => {
        errors.push({ error, isInSlot: /\bSlotPart\b/.test(componentStack ?? '') });
      },
    });
  });
}
