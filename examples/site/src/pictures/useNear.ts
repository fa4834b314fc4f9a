import { useEffect, useRef, useState } from 'preact/hooks';

/** How far from what is seen something is still near: one more turn of the wheel away. */
const margin = '400px';

/**
 * Whether an element has come near to what is seen. Once near, it stays so.
 *
 * @returns the ref of the element, whether it is near, and what makes it count as near at once
 */
export function useNear() {
  const element = useRef<HTMLDivElement>(null);
  const [isNear, setIsNear] = useState(false);
  useEffect(() => {
    if (element.current === null || isNear) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setIsNear(true);
      },
      { rootMargin: margin },
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  });
  return { element, isNear, bring: () => setIsNear(true) };
}
