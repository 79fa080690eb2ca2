import VerdictModel

extension Scope {
  /// Takes out the items of which a waiver speaks, if the rule may be waived.
  ///
  /// - Returns: What counts, and what waivers speak of in any case, each with the first that does.
  func waiving<Item>(
    _ items: [Item], placedAt place: (Item) -> CheckPlace,
    by speaks: (WaiverMatch, Item) -> Bool
  ) -> (rest: [Item], waived: [WaivedItem]) {
    guard !waivers.isEmpty else { return (items, []) }
    var rest: [Item] = []
    var waived: [WaivedItem] = []
    for item in items {
      let waiver = waivers.first { speaks($0.scope.match, item) }
      if let waiver { waived.append(WaivedItem(place: place(item), waiver: waiver)) }
      if waiver == nil || !isWaivable { rest.append(item) }
    }
    return (rest, waived)
  }
}
