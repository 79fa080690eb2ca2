import VerdictModel

extension PolicyLint {
  /// A component that nobody refers to.
  static let unusedComponents = PolicyLint(summary: "a component of which no rule speaks") {
    input in
    let used =
      input.rules.flatMap { rule -> [String] in
        guard case .components(let names) = rule.each else { return [] }
        return names
      } + input.rules.compactMap(\.component)
    return input.policy.components.filter { !used.contains($0.name) }.map { component in
      PolicyWarning(
        .unusedComponent(component.name), at: input.places.key("components", component.name))
    }
  }

  /// A pattern for paths of the repository that none fits.
  static let unmatchedPatterns = PolicyLint(
    summary: "a pattern that fits no file of the repository"
  ) { input in
    guard let files = input.repositoryFiles, !files.isEmpty else { return [] }
    let components = input.policy.components.flatMap { component in
      component.paths.filter { glob in
        let part = Component(name: component.name, paths: [glob])
        return !files.contains(where: part.contains)
      }.map { glob in
        PolicyWarning(
          .matchesNothing(pattern: glob.pattern),
          at: input.places.value("components", component.name, text: glob.pattern))
      }
    }
    let filters = input.rules.flatMap { rule in
      rule.filter.paths.filter { !files.contains(where: $0.matches) }.map { glob in
        PolicyWarning(
          .matchesNothing(pattern: glob.pattern),
          at: input.places.inside(rule).value("where", "path", text: glob.pattern))
      }
    }
    return components + filters
  }

  /// Components that share files without one being part of the other: what is in both counts
  /// twice.
  static let overlappingComponents = PolicyLint(summary: "components that overlap in part") {
    input in
    let components = input.policy.components
    let files = components.map { component in
      Set((input.repositoryFiles ?? []).filter(component.contains))
    }
    return components.indices.flatMap { other in
      components.indices.prefix(other).compactMap { one in
        let shared = files[one].intersection(files[other])
        guard let example = shared.min(),
          files[one] == files[other] || (shared != files[one] && shared != files[other])
        else { return nil }
        return PolicyWarning(
          .overlap(components[one].name, components[other].name, example: example),
          at: input.places.key("components", components[other].name))
      }
    }
  }
}
