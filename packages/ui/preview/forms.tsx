import Mail from 'lucide-react/icons/mail';
import { useState } from 'react';
import { Button } from '../src/button.tsx';
import { Card } from '../src/card.tsx';
import { Checkbox } from '../src/checkbox.tsx';
import { RadioCards } from '../src/radio-cards.tsx';
import { SelectField } from '../src/select-field.tsx';
import { TextArea } from '../src/text-area.tsx';
import { TextField } from '../src/text-field.tsx';
import { Section } from './section.tsx';

export function Forms() {
  const [speed, setSpeed] = useState('standard');
  return (
    <Section title="Forms">
      <div className="grid gap-6 lg:grid-cols-2">
        <Card padding="lg">
          <form className="flex flex-col gap-5">
            <TextField
              label="E-mail"
              type="email"
              hint="For the confirmation of your order."
              leading={<Mail size={18} />}
            />
            <TextField label="Postcode" defaultValue="123" error="Give five digits, such as 90210." />
            <SelectField
              label="Country"
              placeholder="Choose a country"
              options={[
                { value: 'us', label: 'United States' },
                { value: 'de', label: 'Germany' },
              ]}
            />
            <TextArea label="Note for the seller" optional />
            <Checkbox label="Send me offers, at most once a month" defaultChecked />
            <Checkbox label="In stock" aside="128" />
            <Button fullWidth size="lg">
              Continue to shipping
            </Button>
          </form>
        </Card>
        <Card padding="lg" className="flex flex-col gap-6">
          <RadioCards
            legend="Shipping from Northbeam"
            value={speed}
            onChange={setSpeed}
            options={[
              { value: 'standard', label: 'Standard', description: 'Tuesday to Thursday', aside: '$4.90' },
              { value: 'express', label: 'Express', description: 'Tomorrow', aside: '$14.90' },
              {
                value: 'pickup',
                label: 'Collect',
                description: 'Not offered here',
                aside: 'Free',
                disabled: true,
              },
            ]}
          />
          <div className="flex flex-wrap items-center gap-3">
            <Button>Primary</Button>
            <Button variant="secondary">Secondary</Button>
            <Button variant="quiet">Quiet</Button>
            <Button variant="danger">Danger</Button>
            <Button variant="link">Link</Button>
            <Button busy>Saving</Button>
            <Button disabled>Disabled</Button>
            <Button size="sm" variant="secondary">
              Small
            </Button>
          </div>
        </Card>
      </div>
    </Section>
  );
}
