import {
  AUDIENCE_DIMENSIONS,
  type Audience,
  type AudienceDimension,
  type AudiencePart,
} from '@plaza/contracts';
import { CsvButton } from '@plaza/ui/csv-button';
import { formatCount, formatShare } from '@plaza/ui/format';
import { ShareBars } from '@plaza/ui/share-bars';
import { EmptyState } from '@plaza/ui/states';
import { FigurePanel } from '../../figures/figure-panel.tsx';
import { platformMessages as texts } from './messages.ts';
import { valueName } from './value-name.ts';

const MAX_BARS = 8;

/** Where visitors come from and with what, each with how many of them buy. */
export function AudiencePanels({ audience, csvName }: { audience: Audience | null; csvName: string }) {
  return (
    <div className="grid items-start gap-4 lg:grid-cols-3">
      {AUDIENCE_DIMENSIONS.map((dimension) => (
        <FigurePanel
          key={dimension}
          title={texts.dimensions[dimension]}
          text={audience && texts.audienceText[dimension](formatCount(audience.visitors))}
          data={audience}
          aside={({ parts }) => (
            <CsvButton
              of={texts.dimensions[dimension]}
              fileName={`${csvName}-${dimension}`}
              head={[texts.dimensions[dimension], ...texts.audienceHead]}
              rows={partsOf(parts, dimension).map(({ value, visitors, buyers, pageViews }) => [
                valueName(dimension, value),
                visitors,
                buyers,
                pageViews,
              ])}
            />
          )}
        >
          {({ parts }) => <Bars dimension={dimension} parts={partsOf(parts, dimension)} />}
        </FigurePanel>
      ))}
    </div>
  );
}

const partsOf = (parts: readonly AudiencePart[], dimension: AudienceDimension): AudiencePart[] =>
  parts.filter((part) => part.dimension === dimension);

function Bars({ dimension, parts }: { dimension: AudienceDimension; parts: readonly AudiencePart[] }) {
  if (parts.length === 0)
    return <EmptyState compact title={texts.noAudienceTitle} text={texts.noAudienceText} />;
  const most = Math.max(...parts.map(({ visitors }) => visitors));
  return (
    <ShareBars
      label={texts.dimensions[dimension]}
      bars={parts.slice(0, MAX_BARS).map(({ value, visitors, buyers }) => ({
        label: valueName(dimension, value),
        value: formatCount(visitors),
        share: most === 0 ? 0 : visitors / most,
        note: visitors === 0 ? undefined : texts.bought(formatShare(Math.min(1, buyers / visitors))),
      }))}
    />
  );
}
