// Can one answer « de quoi avez-vous besoin ? » with the keyboard alone?

import { cleanup, fireEvent, render, screen, waitFor } from '@solidjs/testing-library';
import { createSignal } from 'solid-js';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Combobox, type ComboboxOption } from '#web/ui/combobox.tsx';

const NEEDS: ComboboxOption[] = [
  { value: 'medecin', label: 'Médecin généraliste' },
  { value: 'dentiste', label: 'Dentiste' },
  { value: 'infirmier', label: 'Infirmière', detail: 'soins à domicile' },
];

function TestForm(props: { suggest?: (query: string) => Promise<readonly ComboboxOption[]> }) {
  const [text, setText] = createSignal('');
  const [value, setValue] = createSignal<string | null>(null);
  return (
    <form>
      <label id="need-label" for="need">
        Besoin
      </label>
      <Combobox
        id="need"
        textName="quoi"
        valueName="besoin"
        text={text()}
        value={value()}
        suggest={props.suggest ?? (async () => NEEDS)}
        labels={{ count: (count) => `${count} propositions`, none: 'Rien', loading: 'Attente' }}
        onText={(typed) => {
          setText(typed);
          setValue(null);
        }}
        onChoose={(option) => {
          setText(option.label);
          setValue(option.value);
        }}
      />
    </form>
  );
}

function type(text: string): HTMLInputElement {
  const input = screen.getByRole<HTMLInputElement>('combobox');
  input.focus();
  fireEvent.input(input, { target: { value: text } });
  return input;
}

async function open(text = 'me'): Promise<HTMLInputElement> {
  const input = type(text);
  await vi.advanceTimersByTimeAsync(200);
  await waitFor(() => expect(input.getAttribute('aria-expanded')).toBe('true'));
  return input;
}

const key = (input: HTMLElement, name: string) => fireEvent.keyDown(input, { key: name });
const values = () => Object.fromEntries(new FormData(document.querySelector('form') ?? undefined));

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('the combobox', () => {
  it('sends the words themselves until something is chosen', () => {
    render(() => <TestForm />);
    type('docteur');
    expect(values()).toEqual({ quoi: 'docteur' });
  });

  it('opens with its options counted aloud, none of them pointed at', async () => {
    render(() => <TestForm />);
    const input = await open();
    expect(screen.getAllByRole('option').map((item) => item.textContent)).toEqual([
      'Médecin généraliste',
      'Dentiste',
      'Infirmièresoins à domicile',
    ]);
    expect(screen.getByRole('status').textContent).toBe('3 propositions');
    expect(input.getAttribute('aria-activedescendant')).toBeNull();
  });

  it('points with the arrows, around both ends through the text', async () => {
    render(() => <TestForm />);
    const input = await open();
    const pointed = () => {
      const id = input.getAttribute('aria-activedescendant');
      return id === null ? null : document.getElementById(id)?.textContent;
    };
    key(input, 'ArrowDown');
    expect(pointed()).toBe('Médecin généraliste');
    key(input, 'ArrowUp');
    expect(pointed()).toBeNull();
    key(input, 'ArrowUp');
    expect(pointed()).toBe('Infirmièresoins à domicile');
    key(input, 'ArrowDown');
    expect(pointed()).toBeNull();
    expect(screen.queryByRole('option', { selected: true })).toBeNull();
  });

  it('chooses with Enter, sends the value, and gives the words back when typed over', async () => {
    render(() => <TestForm />);
    const input = await open();
    key(input, 'ArrowDown');
    key(input, 'ArrowDown');
    const enter = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true });
    input.dispatchEvent(enter);
    expect(enter.defaultPrevented).toBe(true);
    expect(input.value).toBe('Dentiste');
    expect(input.getAttribute('aria-expanded')).toBe('false');
    expect(values()).toEqual({ besoin: 'dentiste' });
    type('dent');
    expect(values()).toEqual({ quoi: 'dent' });
  });

  it('leaves Enter to the form while no option is pointed at', async () => {
    render(() => <TestForm />);
    const input = await open();
    const enter = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true });
    input.dispatchEvent(enter);
    expect(enter.defaultPrevented).toBe(false);
  });

  it('closes with Escape and keeps what was typed', async () => {
    render(() => <TestForm />);
    const input = await open('méd');
    key(input, 'Escape');
    expect(input.getAttribute('aria-expanded')).toBe('false');
    expect(input.value).toBe('méd');
  });

  it('chooses with the mouse', async () => {
    render(() => <TestForm />);
    const input = await open();
    fireEvent.click(screen.getByText('Infirmière'));
    expect(input.value).toBe('Infirmière');
    expect(values()).toEqual({ besoin: 'infirmier' });
  });

  it('says so when nothing answers', async () => {
    render(() => <TestForm suggest={async () => []} />);
    type('zzzz');
    await vi.advanceTimersByTimeAsync(200);
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('Rien'));
    expect(screen.queryByRole('option')).toBeNull();
  });

  it('asks once after a burst of keys, and drops an answer that comes too late', async () => {
    const waiting: { query: string; answer: (options: ComboboxOption[]) => void }[] = [];
    const suggest = (query: string) =>
      new Promise<ComboboxOption[]>((answer) => {
        waiting.push({ query, answer });
      });
    render(() => <TestForm suggest={suggest} />);
    type('me');
    type('med');
    await vi.advanceTimersByTimeAsync(200);
    type('dent');
    await vi.advanceTimersByTimeAsync(200);
    expect(waiting.map((item) => item.query)).toEqual(['med', 'dent']);
    waiting[1]?.answer([{ value: 'dentiste', label: 'Dentiste' }]);
    waiting[0]?.answer([{ value: 'medecin', label: 'Médecin' }]);
    await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(1));
    expect(screen.getByRole('option').textContent).toBe('Dentiste');
  });

  it('stays a plain text field when the network fails', async () => {
    render(() => <TestForm suggest={() => Promise.reject(new Error('offline'))} />);
    const input = type('docteur');
    await vi.advanceTimersByTimeAsync(200);
    expect(input.getAttribute('aria-expanded')).toBe('false');
    expect(values()).toEqual({ quoi: 'docteur' });
  });
});
