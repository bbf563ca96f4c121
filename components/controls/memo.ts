import { Component, type ComponentChild, type FunctionComponent, h } from 'preact'

/** Has a component drawn again only where one of its props, or something that it reads by itself, is another. */
export function memo<Props extends object>(drawn: FunctionComponent<Props>) {
  return class extends Component<Props> {
    override shouldComponentUpdate(next: Readonly<Props>): boolean {
      return !haveSameValues(this.props, next)
    }
    override render(props: Readonly<Props>): ComponentChild {
      return h(drawn, props as Props)
    }
  }
}

function haveSameValues(before: object, after: object): boolean {
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...names].every((name) => Reflect.get(before, name) === Reflect.get(after, name))
}
