import type { RemoteModuleName } from '@plaza/contracts/remotes';
import { type Host, HostProvider, useHost } from '@plaza/federation/host';
import { splitModuleName } from '@plaza/federation/module-name';
import type { Track } from '@plaza/telemetry';
import { Component, memo, type ReactNode, Suspense, use, useEffect, useMemo, useRef, useState } from 'react';
import { useRecovery } from '../recovery/use-recovery.ts';
import { useShell } from '../shell-context.ts';
import type { RemoteModule, Remotes } from './remotes.ts';
import { useDrawnPart } from './use-drawn-part.ts';

export interface RemotePartProps {
  name: RemoteModuleName;
  props: Record<string, unknown>;
  /** Stands in its place while it is fetched; takes about the same room. */
  loading: ReactNode;
  /** Stands in its place when it could not be loaded or drawn. */
  renderFallback: (retry: () => void) => ReactNode;
}

/**
 * A page or slot of a remote, and all that can go wrong with it kept inside. Drawn anew only when its own props change:
 * React gives up what the server has drawn when it has to draw it before it could take it over.
 */
export const RemotePart = memo(
  DrawnRemotePart,
  (before, after) => before.name === after.name && areAlike(before.props, after.props),
);

function areAlike(one: Record<string, unknown>, other: Record<string, unknown>): boolean {
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => Object.is(one[key], other[key]));
}

function DrawnRemotePart({ name, props, loading, renderFallback }: RemotePartProps) {
  const { remotes, isAbsent, isServer, onRenderError } = useShell();
  const drawn = useDrawnPart(name, props);
  const [attempt, setAttempt] = useState(() => (isAbsent(name) ? -1 : 0));
  const drawAgain = () => setAttempt((current) => current + 1);
  const retry = () => {
    remotes.forgetFailure(name);
    drawAgain();
  };
  // What the server had to leave out, the browser takes over as it is, and then tries once by itself.
  useEffect(() => {
    if (attempt < 0) setAttempt(0);
  }, [attempt]);
  const [remote, part] = splitModuleName(name);
  const fallback = (
    <>
      {renderFallback(retry)}
      <Recovery name={name} attempt={attempt} onBack={drawAgain} />
    </>
  );
  if (attempt < 0) return fallback;
  return (
    <RemoteBoundary key={attempt} fallback={fallback} onError={(error) => onRenderError(error, name)}>
      {/* On the server nothing is awaited here: its fallback is what a component that threw leaves behind. */}
      <Suspense fallback={isServer ? fallback : loading}>
        <div id={drawn.id} data-mfe={remote} data-part={part} className="contents">
          <OriginProvider name={name}>
            <LoadedPart
              name={name}
              props={props}
              remotes={remotes}
              drawn={attempt === 0 ? drawn.module : null}
            />
          </OriginProvider>
        </div>
      </Suspense>
    </RemoteBoundary>
  );
}

/** Every event of a part says which frontend and release it came from. */
function OriginProvider({ name, children }: { name: RemoteModuleName; children: ReactNode }) {
  const { remotes } = useShell();
  const host = useHost();
  const ownHost = useMemo((): Host => {
    const track: Track = (event, properties) => {
      const [mfe] = splitModuleName(name);
      host.track(event, { mfe, mfeVersion: remotes.versionOf(name), ...properties });
    };
    return { ...host, track };
  }, [host, name, remotes]);
  return <HostProvider host={ownHost}>{children}</HostProvider>;
}

interface RecoveryProps {
  name: RemoteModuleName;
  attempt: number;
  onBack: () => void;
}

/** Fetches the part again behind its fallback, which stays until the part is there. */
function Recovery({ name, attempt, onBack }: RecoveryProps) {
  const { remotes } = useShell();
  const [failures, setFailures] = useState(Math.max(0, attempt));
  const isNeeded = useRef(true);
  useEffect(() => {
    isNeeded.current = true;
    return () => {
      isNeeded.current = false;
    };
  }, []);
  useRecovery(failures, () => {
    remotes.forgetFailure(name);
    remotes.load(name).then(
      // Whoever pressed the button in the meantime has it already, and may be using it.
      () => isNeeded.current && onBack(),
      () => setFailures((count) => count + 1),
    );
  });
  return null;
}

interface PartProps {
  name: RemoteModuleName;
  props: Record<string, unknown>;
  remotes: Remotes;
  /** Of a part that the server has drawn; see `useDrawnPart`. */
  drawn: Promise<RemoteModule> | null;
}

/** Drawn at once where the module is here already: always on the server. */
function LoadedPart(part: PartProps) {
  const loaded = part.remotes.peek(part.name);
  return loaded ? <loaded.default {...part.props} /> : <AwaitedPart {...part} />;
}

function AwaitedPart({ name, props, remotes, drawn }: PartProps) {
  const { default: Part } = use(drawn ?? remotes.load(name));
  return <Part {...props} />;
}

interface BoundaryProps {
  fallback: ReactNode;
  onError: (error: unknown) => void;
  children: ReactNode;
}

class RemoteBoundary extends Component<BoundaryProps, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(error: unknown): void {
    this.props.onError(error);
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.fallback : this.props.children;
  }
}
