import { type ComponentChildren, type ComponentType, type FunctionComponent, h } from 'preact'
import { useEffect, useState } from 'preact/hooks'

/** A component whose code comes when it is needed; its placeholder stands there until then. */
export interface Lazy<Props>
  extends FunctionComponent<Props & { placeholder?: ComponentChildren }> {
  /** Loads the code ahead of the first drawing. */
  load(): Promise<void>
}

/**
 * Leaves a component out of what the first frame loads.
 *
 * @param importComponent loads it
 */
export function lazily<Props extends object>(
  importComponent: () => Promise<ComponentType<Props>>,
): Lazy<Props> {
  let Loaded: ComponentType<Props> | undefined
  async function load(): Promise<void> {
    Loaded ??= await importComponent()
  }
  const Lazily: FunctionComponent<Props & { placeholder?: ComponentChildren }> = (given) => {
    const { placeholder = null, ...props } = given
    const [Drawn, setDrawn] = useState(() => Loaded)
    useEffect(() => {
      // It may have been loaded since it was drawn.
      if (Drawn === undefined) void load().then(() => setDrawn(() => Loaded))
    }, [])
    return Drawn === undefined ? placeholder : h(Drawn, props as unknown as Props)
  }
  return Object.assign(Lazily, { load })
}
