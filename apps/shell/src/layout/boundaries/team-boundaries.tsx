import type { RemoteModuleName } from '@plaza/contracts/remotes';
import { useEffect, useId, useState } from 'react';
import { useShell } from '../../shell-context.ts';
import { rememberBoundaries } from './boundaries-choice.ts';
import { type MeasuredPart, measureParts } from './measure-parts.ts';
import { boundaryMessages as messages } from './messages.ts';
import { readTeam } from './read-team.ts';

/** Dark enough for white letters; one for each remote, in the order in which they are met. */
const COLORS = ['#b4232a', '#0b6e4f', '#5b3fb5', '#7a5a00', '#0f5fa8', '#a0307e'];
const LABEL_HEIGHT_PX = 22;

/** By remote; the remote's own name until its team is known. */
type Teams = ReadonlyMap<string, string>;

/** Which team's part is where: an outline for each, and the same in words. Outlines take no room and no press. */
export function TeamBoundaries() {
  const [isOn, setOn] = useState(true);
  const parts = useParts(isOn);
  const remotes = [...new Set(parts.map(({ remote }) => remote))].sort();
  const teams = useTeams(remotes);
  const colorOf = (remote: string) => COLORS[[...teams.keys()].indexOf(remote) % COLORS.length];
  const inputId = useId();
  return (
    <>
      <aside
        aria-label={messages.label}
        className="fixed start-4 bottom-[calc(var(--plaza-dock,0px)+1rem)] z-50 max-w-[calc(100vw-2rem)] rounded-lg border border-line bg-surface-raised px-4 py-2 shadow-overlay print:hidden"
      >
        <label htmlFor={inputId} className="flex min-h-9 items-center gap-3 text-sm font-medium">
          <input
            id={inputId}
            type="checkbox"
            checked={isOn}
            onChange={({ target }) => {
              setOn(target.checked);
              rememberBoundaries(target.checked);
            }}
            className="size-5 accent-accent"
          />
          {messages.show}
        </label>
        {isOn && <Legend remotes={remotes} parts={parts} teams={teams} colorOf={colorOf} />}
      </aside>
      <div aria-hidden="true" className="pointer-events-none fixed inset-0 z-40 overflow-hidden print:hidden">
        {parts.map((part, index) => (
          <Outline
            // biome-ignore lint/suspicious/noArrayIndexKey: a part may be there twice, and has nothing else
            key={`${part.name} ${index}`}
            part={part}
            label={labelOf(part, teams)}
            color={colorOf(part.remote)}
            // Those around a page are narrow and side by side: their labels stand below each other, and below the page's.
            row={part.kind === 'outer' ? index + 1.5 : 0}
          />
        ))}
      </div>
    </>
  );
}

const labelOf = ({ name, remote }: MeasuredPart, teams: Teams) =>
  messages.owned(teams.get(remote) ?? remote, name);

function Legend(props: {
  remotes: readonly string[];
  parts: readonly MeasuredPart[];
  teams: Teams;
  colorOf: (remote: string) => string | undefined;
}) {
  const { remotes } = useShell();
  const wordsOf = (remote: string) => {
    const names = new Set(props.parts.filter((part) => part.remote === remote).map(({ name }) => name));
    return [...names]
      .map((name) => messages.part(name, isModuleName(name) ? remotes.versionOf(name) : ''))
      .join(', ');
  };
  return (
    <ul className="mb-1 text-sm">
      {props.remotes.map((remote) => (
        <li key={remote} className="flex items-baseline gap-2">
          <span
            aria-hidden="true"
            className="size-3 shrink-0 rounded-xs"
            style={{ backgroundColor: props.colorOf(remote) }}
          />
          {messages.owned(props.teams.get(remote) ?? remote, wordsOf(remote))}
        </li>
      ))}
      <li className="text-ink-muted">{messages.rest}</li>
    </ul>
  );
}

const isModuleName = (name: string): name is RemoteModuleName => name.includes('/');

function Outline(props: { part: MeasuredPart; label: string; color: string | undefined; row: number }) {
  const { kind, top, left, width, height } = props.part;
  const isPage = kind === 'page';
  // Towards the middle of the screen, so that no label leaves it.
  const side = !isPage && left + width / 2 > innerWidth / 2 ? { right: 0 } : { left: 0 };
  return (
    <div
      className="absolute rounded-sm"
      style={{
        top,
        left,
        width,
        height,
        outline: `${isPage ? 4 : 2}px solid ${props.color}`,
        outlineOffset: isPage ? -4 : 0,
        // So that it can be told from any picture below it.
        boxShadow: `0 0 0 ${isPage ? 1 : 3}px white`,
      }}
    >
      <span
        className="absolute px-1.5 text-xs font-medium whitespace-nowrap"
        style={{
          ...side,
          top: isPage ? 0 : `calc(100% + ${props.row * LABEL_HEIGHT_PX}px)`,
          lineHeight: `${LABEL_HEIGHT_PX}px`,
          color: 'white',
          backgroundColor: props.color,
        }}
      >
        {props.label}
      </span>
    </div>
  );
}

/** Looks at the page with every frame while outlines are shown: parts come, go, grow and move without telling anybody. */
function useParts(isOn: boolean): readonly MeasuredPart[] {
  const [parts, setParts] = useState<readonly MeasuredPart[]>([]);
  useEffect(() => {
    if (!isOn) return;
    let known = '';
    let frame = 0;
    const look = () => {
      const found = measureParts();
      const text = JSON.stringify(found);
      if (text !== known) setParts(found);
      known = text;
      frame = requestAnimationFrame(look);
    };
    look();
    return () => {
      cancelAnimationFrame(frame);
      setParts([]);
    };
  }, [isOn]);
  return parts;
}

function useTeams(remotes: readonly string[]): Teams {
  const [teams, setTeams] = useState<Teams>(new Map());
  const wanted = remotes.join();
  useEffect(() => {
    for (const remote of wanted === '' ? [] : wanted.split(',')) {
      setTeams((known) => (known.has(remote) ? known : new Map(known).set(remote, remote)));
      void readTeam(remote).then(
        (team) => team !== null && setTeams((known) => new Map(known).set(remote, team)),
      );
    }
  }, [wanted]);
  return teams;
}
