import { useEffect, useRef, useState } from 'preact/hooks';

/**
 * Whether an element has come within so many pixels of what is seen. Once near, it stays so.
 *
 * @returns the ref of the element, whether it is near, and what makes it count as near at once
 */
export function useNear(margin: number) {
  const element = useRef<HTMLDivElement>(null);
  const [isNear, setIsNear] = useState(false);
  const bring = (): void => setIsNear(true);
  useEffect(() => {
    if (element.current === null || isNear) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) bring();
      },
      { rootMargin: `${margin}px` },
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  });
  return { element, isNear, bring };
}
