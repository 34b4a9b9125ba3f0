// <junto-passkey>: asks the browser to make a passkey, or to sign with one, and sends the form around it.
// Without script it says that passkeys need it; what there is to say stands in the page.

const OF_NUMBERS = /^[\d.]+$|^\[/ // browsers bind passkeys to names only: 127.0.0.1 and [::1] have none

class Passkey extends HTMLElement {
  connectedCallback() {
    this.button = this.querySelector("button")
    this.said = this.querySelector("[role=status]")
    if (OF_NUMBERS.test(location.hostname)) return this.say(this.dataset.numbers)
    if (!window.PublicKeyCredential?.parseRequestOptionsFromJSON) return this.say(this.dataset.unknown)
    this.say("")
    this.button.hidden = false
    this.button.addEventListener("click", event => {
      event.preventDefault()
      this.act()
    })
  }

  async act() {
    this.button.disabled = true
    this.say("")
    try {
      const credential = this.dataset.options ? await this.make() : await this.sign()
      this.field.value = JSON.stringify(credential.toJSON())
      HTMLFormElement.prototype.submit.call(this.form) // not requestSubmit: a password that is still empty must not hold it up
    } catch {
      this.button.disabled = false
      this.say(this.dataset.failed)
    }
  }

  make() {
    return navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(JSON.parse(this.dataset.options)) })
  }

  async sign() {
    const body = new FormData()
    body.set("csrfmiddlewaretoken", this.form.elements.csrfmiddlewaretoken.value)
    const answer = await fetch(this.dataset.challenge, { method: "POST", body, credentials: "same-origin" })
    if (!answer.ok) throw new Error(String(answer.status))
    return navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(await answer.json()) })
  }

  get form() {
    return this.closest("form")
  }

  get field() {
    return this.form.elements[this.dataset.field]
  }

  say(words) {
    this.said.textContent = words
  }
}

customElements.define("junto-passkey", Passkey)
