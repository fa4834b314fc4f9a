import type { ComponentChildren } from 'preact';
import { useSpeech } from '../state.js';

/** A picture with its sentence, and the same as a table: no information is only in the picture. */
export function Figure({
  sentence,
  head,
  rows,
  children,
  legend,
}: {
  readonly sentence: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly children: ComponentChildren;
  readonly legend?: ComponentChildren;
}) {
  const { say } = useSpeech();
  return (
    <figure class="picture">
      {children}
      {legend === undefined ? null : <div class="legend">{legend}</div>}
      <figcaption>{sentence}</figcaption>
      <details>
        <summary>{say('pictureTable')}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by the keyboard */}
        <section class="scroll" tabIndex={0} aria-label={say('pictureTable')}>
          <table>
            <thead>
              <tr>
                {head.map((name) => (
                  <th scope="col" key={name}>
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(([first, ...rest], at) => (
                <tr key={`${first}-${at}`}>
                  <th scope="row">{first}</th>
                  {rest.map((cell, column) => (
                    <td key={head[column + 1]}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </details>
    </figure>
  );
}
