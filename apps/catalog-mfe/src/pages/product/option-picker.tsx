import type { ProductDetail, Variant } from '@plaza/contracts';
import { RadioCards } from '@plaza/ui/radio-cards';
import { VisuallyHidden } from '@plaza/ui/visually-hidden';
import { productMessages as texts } from './messages.ts';
import { type OptionChoice, optionChoices } from './variant-choice.ts';

export interface OptionPickerProps {
  product: Pick<ProductDetail, 'options' | 'variants'>;
  current: Variant;
  onChoose: (variant: Variant) => void;
}

/** One group of radio buttons per option. What is not to be had stays in sight, struck through, and says why. */
export function OptionPicker({ product, current, onChoose }: OptionPickerProps) {
  return product.options.map((option, optionIndex) => {
    const choices = optionChoices(product, current, optionIndex);
    return (
      <RadioCards
        key={option.name}
        legend={texts.option(option.name)}
        legendValue={current.optionValues[optionIndex]}
        layout="chips"
        value={current.optionValues[optionIndex]}
        options={choices.map((choice) => ({ value: choice.value, label: <ChoiceLabel choice={choice} /> }))}
        onChange={(value) => {
          const chosen = choices.find((choice) => choice.value === value);
          if (chosen) onChoose(chosen.variant);
        }}
      />
    );
  });
}

function ChoiceLabel({ choice: { value, state } }: { choice: OptionChoice }) {
  if (state === 'available') return value;
  return (
    <>
      <span className="text-ink-muted line-through decoration-1">{value}</span>
      <VisuallyHidden>{` (${state === 'sold_out' ? texts.soldOutValue : texts.otherVersion})`}</VisuallyHidden>
    </>
  );
}
