// Does the page fit its width, can its words be read and its controls be touched?

import type { Page } from 'playwright-core';

/** One line for each fault: what is too wide, too small to read, too small to touch. */
export async function measureLayout(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const LEAST_TEXT_PX = 18;
    const LEAST_TARGET_PX = 44;
    const faults: string[] = [];
    const width = document.documentElement.clientWidth;

    if (document.documentElement.scrollWidth > width) {
      const wide = [...document.body.querySelectorAll('*')]
        .filter((node) => node.getBoundingClientRect().right > width + 1 && isSeen(node))
        .slice(0, 5);
      faults.push(`wider than ${width} px: ${wide.map(name).join(', ')}`);
    }

    for (const node of document.body.querySelectorAll('p, li, dd, dt, td, th, a, label, span')) {
      const says = [...node.childNodes].some(
        (child) => child.nodeType === Node.TEXT_NODE && (child.textContent ?? '').trim() !== '',
      );
      const size = Number.parseFloat(getComputedStyle(node).fontSize);
      if (says && size < LEAST_TEXT_PX && isSeen(node))
        faults.push(`${name(node)}: text of ${size} px`);
    }

    for (const node of document.body.querySelectorAll('button, select, input, summary, a[href]')) {
      if (!isSeen(node) || isInSentence(node)) continue;
      const box = touched(node).getBoundingClientRect();
      if (Math.round(box.height) < LEAST_TARGET_PX || Math.round(box.width) < LEAST_TARGET_PX) {
        const size = `${Math.round(box.width)} × ${Math.round(box.height)} px`;
        faults.push(`${name(node)}: target of ${size}`);
      }
    }
    return faults;

    function isSeen(node: Element): boolean {
      const box = node.getBoundingClientRect();
      const isHidden = !node.checkVisibility({ opacityProperty: true, visibilityProperty: true });
      return (
        !isHidden && box.width > 1 && box.height > 1 && node.closest('.visually-hidden') === null
      );
    }

    /** A link among words is as tall as they are: the exception of WCAG 2.5.8. */
    function isInSentence(node: Element): boolean {
      if (node.tagName !== 'A' || getComputedStyle(node).display !== 'inline') return false;
      const around = node.parentElement?.textContent?.trim() ?? '';
      return around.length > (node.textContent?.trim() ?? '').length;
    }

    /** What is pressed for a radio button or a box is its label too. */
    function touched(node: Element): Element {
      const isTick = node.matches('input[type=radio], input[type=checkbox]');
      return (isTick && node.closest('label')) || node;
    }

    function name(node: Element): string {
      const words = (node.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 30);
      const kind = typeof node.className === 'string' ? node.className.split(' ')[0] : '';
      return `${node.tagName.toLowerCase()}${kind === '' ? '' : `.${kind}`} « ${words} »`;
    }
  });
}
