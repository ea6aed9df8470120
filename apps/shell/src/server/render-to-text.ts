import { Writable } from 'node:stream';
import type { ReactNode } from 'react';
import { renderToPipeableStream } from 'react-dom/server';

export interface RenderedText {
  text: string;
  /** What parts of remotes threw; each left its fallback behind. */
  errors: RenderError[];
}

export interface RenderError {
  error: unknown;
  /** True when a slot threw, and the page around it stands. */
  isInSlot: boolean;
}

/**
 * Renders everything before anything is sent: the data is there already, and the status of the answer depends on what
 * comes of it. @throws when the frame around the parts itself cannot be rendered
 */
export function renderToText(node: ReactNode): Promise<RenderedText> {
  return new Promise((resolve, reject) => {
    const errors: RenderError[] = [];
    const chunks: Buffer[] = [];
    const sink = new Writable({
      write(chunk: Buffer, _encoding, done) {
        chunks.push(chunk);
        done();
      },
      final(done) {
        resolve({ text: Buffer.concat(chunks).toString('utf8'), errors });
        done();
      },
    });
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
